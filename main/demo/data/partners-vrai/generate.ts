import type { Rows } from '#shared/systems/partners-vrai/rows/rows.ts'
import type { GenerateOptions } from '../demo-system.ts'
import { Random } from '../random.ts'
import { RowSink } from '../row-sink.ts'
import { addPasswords } from '../sign-ins.ts'
import { StoredFiles } from '../stored-files.ts'
import { DAY, HOUR } from '../time.ts'
import { accounts } from './accounts.ts'
import { UsualBehaviour } from './behaviour.ts'
import { type Product, products } from './catalogue.ts'
import { addCatalogue } from './catalogue-rows.ts'
import { type Client, makeClient, makeCompany } from './client.ts'
import { columns, type Sink, type Table } from './columns.ts'
import { tellDossier } from './dossier-story.ts'
import { addPaidOrder } from './orders.ts'
import { addProfile } from './profile-rows.ts'
import { addRegistered, addSuspended, addUnusedLink, pickProduct } from './prospects.ts'
import { type Script, ScriptedBehaviour, scripts } from './scripts.ts'
import { addStaff } from './staff.ts'

/** Dossiers, suspended clients, and how many files of a kind there are; about 50 rows come with a dossier. */
const sizes = {
  small: { dossiers: 19, suspended: 3, days: 120, variants: Number.POSITIVE_INFINITY, rows: 1_300 },
  demo: { dossiers: 345, suspended: 40, days: 400, variants: Number.POSITIVE_INFINITY, rows: 22_000 },
  large: { dossiers: 14_800, suspended: 1_200, days: 1_400, variants: 12, rows: 1_000_000 },
}

/** Writes the rows and files of a demo. The same seed, size and `now` give the same rows. */
export async function generate(options: GenerateOptions): Promise<void> {
  const plan = sizes[options.size]
  const now = options.now.getTime()
  const random = new Random(options.seed, plan.dossiers)
  const sink = new RowSink<Table, Rows>(options.loader, columns)
  const files = new StoredFiles(options.store, plan.variants)
  const context = { sink, files, random, now }
  const start = now - (plan.days + 30) * DAY
  addCatalogue(sink, new Date(start))
  addStaff(sink, new Date(start))

  const clients: Client[] = []
  const planned = [...plannedDossiers(plan.dossiers, plan.days, now, random), ...scriptedDossiers(now)]
  planned.sort((one, other) => one.openedAt - other.openedAt)
  for (const [at, { openedAt, script }] of planned.entries()) {
    const reference = `D-${new Date(openedAt).getUTCFullYear()}-${String(at + 1).padStart(5, '0')}`
    addDossier(context, clients, { openedAt, reference, ...(script && { script }) })
    await sink.flushWhenFull()
    if (at % 50 === 0) options.onRows(sink.rows, plan.rows)
  }
  addSuspended(
    context,
    {
      ...makeClient(random, 2, now, { firstName: 'Oliver', lastName: 'Grant', sex: 'M', country: 'GB' }),
      ...identityOf(accounts.oliver),
    },
    17,
  )
  for (let number = 1; number < plan.suspended; number++) {
    addSuspended(context, makeClient(random, 100_000 + number, now), 1 + random.longTailed(16, 5))
    await sink.flushWhenFull()
  }
  for (let number = 0; number < plan.suspended / 2; number++) addRegistered(context, 200_000 + number)
  for (let number = 0; number < plan.suspended / 1.5; number++) addUnusedLink(context, 300_000 + number)
  await sink.flush()
  await addPasswords(options.loader, Object.values(accounts))
  await options.loader.query(`select setval('public.dossier_reference_number', $1::bigint)`, [String(planned.length)])
  await files.settle()
  options.onRows(sink.rows, sink.rows)
}

interface Planned {
  readonly openedAt: number
  readonly script?: Script
}

/** A business that grows: a third of all dossiers are from the last month or so. */
function* plannedDossiers(count: number, days: number, now: number, random: Random): Generator<Planned> {
  for (let at = 0; at < count; at++) {
    const age = days * (1 - (at + random.unit()) / count) ** 3
    yield { openedAt: now - age * DAY - 3 * HOUR }
  }
}

function* scriptedDossiers(now: number): Generator<Planned> {
  for (const script of scripts) yield { openedAt: now - script.openedDaysAgo * DAY, script }
}

interface Context {
  readonly sink: Sink
  readonly files: StoredFiles
  readonly random: Random
  readonly now: number
}

function addDossier(context: Context, clients: Client[], of: Planned & { reference: string }): void {
  const { random, now } = context
  const { openedAt, script } = of
  const product = script ? productOf(script) : pickProduct(random)
  const client = clientFor(context, clients, openedAt, script)
  const partner = makeClient(random, 0, now).name
  const kind = product.companies === 'any' ? random.pick(['us', 'fr'] as const) : product.companies
  const made = makeCompany(random, client, kind, partner)
  const ending = product.code === 'sas' ? ' SAS' : ' SARL'
  const company = { ...made, ...(kind === 'fr' && { name: made.name + ending }), ...script?.company }
  const orderId = random.uuid()
  const behaviour = script ? new ScriptedBehaviour(script, random, now) : new UsualBehaviour(random)
  const { id: dossierId, status } = tellDossier({ ...context, ...of, behaviour, client, company, product, orderId })
  addPaidOrder(context, { id: orderId, client, product, dossierId, status, openedAt })
}

/** A quarter of all orders come from someone who has ordered before. */
function clientFor(context: Context, clients: Client[], openedAt: number, script?: Script): Client {
  const { random, now } = context
  if (!script && clients.length > 0 && random.chance(0.22)) return random.pick(clients)
  const made = makeClient(random, clients.length + 10, now, script?.person)
  const client = script?.account ? { ...made, ...identityOf(script.account) } : made
  addProfile(context, client, { status: 'ACTIVE', createdAt: openedAt - 2 * HOUR, updatedAt: openedAt })
  clients.push(client)
  return client
}

function identityOf({ id, email }: { id: string; email: string }): { id: string; email: string } {
  return { id, email }
}

function productOf({ product }: Script): Product {
  const found = products.find(({ code }) => code === product)
  if (!found) throw new Error(`No product is called ${product}.`)
  return found
}
