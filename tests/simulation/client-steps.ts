import { type Client, workspace } from './client.ts'
import { answerOf, call, change, giveUp, submit, type Values, write } from './decide.ts'
import { FAULTS } from './faulty-wire.ts'
import { machineSteps } from './machine-steps.ts'
import { type ClientStep, literal, type Run } from './run.ts'
import { trapSteps } from './trap-steps.ts'

const CATALOGUE = ['public.document_types', 'public.steps', 'public.products'] as const
const LANGUAGES = ['en', 'fr']
const STATUSES = [
  'UNDER_REVIEW',
  'CORRECTIONS_REQUESTED',
  'AWAITING_DOCUMENTS',
  'IN_PREPARATION',
  'ON_HOLD',
  'READY_TO_FILE',
]

export const clientSteps: readonly ClientStep[] = [
  { name: 'change a profile', weight: 10, happen: changeProfile },
  { name: 'name a company', weight: 4, happen: nameCompany },
  { name: 'add to the catalogue', weight: 6, happen: addToCatalogue },
  { name: 'change the catalogue', weight: 5, happen: changeCatalogue },
  { name: 'remove from the catalogue', weight: 4, happen: removeFromCatalogue },
  { name: 'give a product a step', weight: 3, happen: giveStep },
  { name: 'mark a message read', weight: 2, happen: markRead },
  { name: 'review', weight: 8, happen: review },
  { name: 'move a dossier', weight: 5, happen: moveDossier },
  { name: 'assign a dossier', weight: 5, happen: assign },
  { name: 'write to a client', weight: 5, happen: write },
  { name: 'ask for a payment', weight: 4, happen: askForPayment },
  { name: 'give up', weight: 5, happen: giveUp },
  { name: 'send again', weight: 3, happen: sendAgain },
  { name: 'resolve', weight: 8, happen: resolve },
  { name: 'sync', weight: 16, happen: (_, client) => sync(client) },
  { name: 'sync with a fault', weight: 20, happen: syncWithFault },
  ...trapSteps,
  ...machineSteps,
]

async function changeProfile(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const values: Values = {
    full_name: `Name ${run.word()}`,
    phone: random.chance(0.2) ? null : run.word(),
    country: random.pick(['FR', 'CM', 'SN', null]),
    language: random.pick(LANGUAGES),
    notification_channels: random.pick([['EMAIL'], ['EMAIL', 'SMS'], ['PUSH', 'IN_APP']]),
  }
  return change(client, 'public.profiles', random.pick(pools.profiles), some(run, values))
}

async function nameCompany(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  return change(client, 'public.dossiers', random.pick(pools.dossiers), {
    company_name: random.chance(0.2) ? null : run.word(),
  })
}

async function markRead(run: Run, client: Client): Promise<string> {
  const at = `2026-03-0${1 + run.random.below(9)}T10:00:00+00:00`
  return change(client, 'public.messages', run.random.pick(run.pools.messages), { read_at: at })
}

async function addToCatalogue(run: Run, client: Client): Promise<string> {
  const { random } = run
  const relation = random.pick(CATALOGUE)
  const code = run.code()
  const id = random.uuid()
  const named: Values =
    relation === 'public.products'
      ? {
          name: run.word(),
          dossier_type: 'COMPLIANCE',
          price: `${random.below(1_000)}.${random.pick(['25', '99', '01'])}`,
        }
      : { label: run.word() }
  return `${code} ${await submit(client, { kind: 'insert', relation, values: { id, code, ...named } })}`
}

async function changeCatalogue(run: Run, client: Client): Promise<string> {
  const { random } = run
  const relation = random.pick(CATALOGUE)
  const id = await added(run, client, relation)
  if (id === null) return 'none'
  const set: Values = {
    [relation === 'public.products' ? 'name' : 'label']: run.word(),
    description: random.chance(0.3) ? null : run.word(),
    code: run.code(),
    ...(random.chance(0.2) && { id: random.uuid() }),
  }
  return change(client, relation, id, some(run, set))
}

async function removeFromCatalogue(run: Run, client: Client): Promise<string> {
  const relation = run.random.pick(CATALOGUE)
  const id = await added(run, client, relation)
  return id === null ? 'none' : submit(client, { kind: 'delete', relation, key: { id } })
}

async function giveStep(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const product = (await added(run, client, 'public.products')) ?? random.pick(pools.products)
  const step = (await added(run, client, 'public.steps')) ?? random.pick(pools.steps)
  const position = 1 + random.below(9)
  const values = { id: random.uuid(), product_id: product, step_id: step, position, dossier_status: 'UNDER_REVIEW' }
  return submit(client, { kind: 'insert', relation: 'public.product_steps', values })
}

async function review(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const document = random.pick(pools.documents)
  const [row] = await client.read<{ version: string; review: string | null }>(
    `select d.current_version_id as version, (select r.id from public.document_reviews r
       where r.document_version_id = d.current_version_id
         and not exists (select from public.document_reviews l where l.replaces_review_id = r.id)
       order by r.reviewed_at desc, r.id desc limit 1) as review
     from public.documents d where d.id = ${literal(document)}`,
  )
  if (row === undefined) return 'none'
  const approve = random.chance(0.5)
  return call(client, 'review_document', {
    p_document_id: document,
    p_version_id: row.version,
    p_status: approve ? 'APPROVED' : 'REJECTED',
    p_comment: approve ? null : run.word(),
    p_replaces_review_id: row.review,
    p_review_id: random.uuid(),
  })
}

async function moveDossier(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const dossier = random.pick(pools.dossiers)
  const [row] = await client.read<{ status: string }>(
    `select status from public.dossiers where id = ${literal(dossier)}`,
  )
  if (row === undefined) return 'none'
  const to = random.pick(STATUSES)
  const args = { p_dossier_id: dossier, p_from_status: row.status, p_to_status: to, p_change_id: random.uuid() }
  return `to ${to} ${await call(client, 'change_dossier_status', args)}`
}

async function assign(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const dossier = random.pick(pools.dossiers)
  const [row] = await client.read<{ holder: string | null }>(
    `select assigned_to as holder from public.dossiers where id = ${literal(dossier)}`,
  )
  if (row === undefined) return 'none'
  return call(client, 'assign_dossier', {
    p_dossier_id: dossier,
    p_agent_id: random.pick(pools.agents),
    p_from_agent_id: row.holder,
    p_assignment_id: random.uuid(),
  })
}

async function askForPayment(run: Run, client: Client): Promise<string> {
  const { random, pools } = run
  const product = (await added(run, client, 'public.products')) ?? random.pick(pools.products)
  return call(client, 'create_payment_link', {
    p_product_id: product,
    p_prospect_email: `${run.word().replaceAll(' ', '.')}@prospect.example`,
    p_link_id: random.uuid(),
  })
}

async function sendAgain({ random }: Run, client: Client): Promise<string> {
  const { entries } = await client.api.outbox.list({ workspace, limit: 500 })
  const rejected = entries.filter(({ state }) => state === 'rejected')
  if (rejected.length === 0) return 'none'
  const { id, seq } = random.pick(rejected)
  return `${seq} ${await answerOf(() => client.api.outbox.retry({ workspace, id }))}`
}

async function resolve(run: Run, client: Client): Promise<string> {
  const { random } = run
  const conflicts = await client.api.conflicts.list({ workspace })
  if (conflicts.length === 0) return 'none'
  const { id, seq, conflict } = random.pick(conflicts)
  const column = conflict?.collisions[0]?.column
  const other = column === 'full_name' || column === 'phone' || column === 'label' ? { [column]: run.word() } : 'mine'
  const take = random.pick(['mine', 'theirs', other] as const)
  const way = typeof take === 'string' ? take : 'other'
  return `${seq} ${conflict?.kind} ${way} ${await answerOf(() => client.api.conflicts.resolve({ workspace, id, take }))}`
}

/** What is held goes on; else a round begins. */
async function sync(client: Client): Promise<string> {
  return client.isBusy || client.wire.holds ? client.release() : client.sync()
}

async function syncWithFault({ random }: Run, client: Client): Promise<string> {
  const on = random.pick(['console_push', 'console_push', 'console_pull', 'console_snapshot', null] as const)
  const plan = { fault: random.pick(FAULTS), call: on, after: random.chance(0.7) ? 0 : random.below(6) }
  if (client.isBusy || client.wire.holds) return client.release()
  client.wire.arm(plan)
  return `${plan.fault} ${on ?? 'any'}+${plan.after} ${await client.sync()}`
}

/** A row of the catalogue that this simulation has added, as this console sees it. */
async function added({ random, codes }: Run, client: Client, relation: string): Promise<string | null> {
  const rows = await client.read<{ id: string }>(
    `select id from ${relation} where code in (${codes.map(literal).join(', ')}) order by code, id`,
  )
  return rows.length === 0 ? null : random.pick(rows).id
}

/** One or two of these. */
function some({ random }: Run, values: Values): Values {
  const names = Object.keys(values)
  const chosen = [random.pick(names), random.pick(names)].slice(0, random.chance(0.3) ? 2 : 1)
  return Object.fromEntries(chosen.map((name) => [name, values[name] ?? null]))
}
