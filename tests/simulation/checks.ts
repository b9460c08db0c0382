import type pg from 'pg'
import type { JournalEntry } from '#main/journal/journal.ts'
import type { EntryState, Request } from '#shared/model/entry.ts'
import { Broken } from './broken.ts'
import { type Client, workspace } from './client.ts'
import { type Pair, pairNow } from './pair.ts'
import { type Before, literal } from './run.ts'

/** A console that shows rows at all shows no half of a transaction. */
export async function checkPair(client: Client, pair: Pair): Promise<void> {
  const [now] = await client.read<{ a: string; b: string; c: string }>(pairNow(pair))
  const words = new Set([now?.a, now?.b, now?.c])
  if (words.size !== 1) throw new Broken(`half cut: ${client.name} shows ${[...words].join(' beside ')}`)
}

const ANSWERED: readonly EntryState[] = ['applied', 'done', 'conflict', 'rejected']
const WAITED_FOR: readonly EntryState[] = ['pending', 'held', 'conflict', 'rejected']

/**
 * Nothing overtook what it stands on; and what the journal calls done has been pulled: the row that it made is here, and
 * stays while rounds of sync begin and fail.
 */
export async function checkDone(client: Client, since: number): Promise<void> {
  const { entries: all } = await client.api.outbox.list({ workspace, which: 'all', limit: 500 })
  const entries = all.filter(({ seq }) => seq > since)
  const states = new Map(entries.map(({ id, state }) => [id, state]))
  checkChains(client, states)
  for (const { id, seq, state, operation, dependsOn } of entries) {
    const first = dependsOn.find((other) => WAITED_FOR.includes(states.get(other) ?? 'done'))
    if (first !== undefined && ANSWERED.includes(state)) {
      throw new Broken(`overtook: ${client.name} has entry ${seq} ${state} and what it stands on ${states.get(first)}`)
    }
    if (state !== 'done' || client.known.seen.has(id) || operation.kind !== 'call') continue
    const mark = MARKS[operation.function]
    if (mark === undefined) continue
    const row = String(operation.args[mark.argument])
    const found = await client.read(`select 1 as here from ${mark.relation} where id = ${literal(row)}`)
    if (found.length !== 1)
      throw new Broken(`not here: ${client.name} calls entry ${seq} done and does not show its row`)
    if (client.isAbreast || client.known.rightsMoved) client.known.seen.add(id)
  }
}

/** What was decided one upon the other is answered in that order, whatever the journal says about what depends on what. */
function checkChains(client: Client, states: ReadonlyMap<string, EntryState>): void {
  for (const chain of client.known.chains) {
    const first = chain.findIndex((id) => WAITED_FOR.includes(states.get(id) ?? 'done'))
    const hasty =
      first < 0 ? undefined : chain.slice(first + 1).find((id) => ANSWERED.includes(states.get(id) ?? 'held'))
    if (hasty !== undefined)
      throw new Broken(`overtook: ${client.name} has the answer to ${hasty} before what it was decided on`)
  }
}

/** Every table of every console is, row by row, what the server shows to its person. */
export async function checkMirror(client: Client, sql: pg.Client): Promise<void> {
  const { person } = await client.api.session.current({ workspace })
  const claims = JSON.stringify({ sub: person?.id, email: person?.email, role: 'authenticated' })
  const { rows: tables } = await sql.query<{ name: string; columns: string }>(TABLES)
  // One statement for all of them: asked one by one, the ways there and back take longer than the answers.
  const proofs = tables
    .map(({ name, columns }) => {
      return `select '${name}' as name, count(*)::int as n, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as hash
        from (select ${columns} from ${name}) t`
    })
    .join(' union all ')
  const here = await client.read<Proof>(proofs)
  await sql.query(`begin; set local timezone = 'UTC'`)
  await sql.query(`select set_config('request.jwt.claims', $1, true)`, [claims])
  await sql.query('set local role authenticated')
  const { rows: there } = await sql.query<Proof>(proofs)
  await sql.query('rollback')
  for (const { name, n, hash } of there) {
    const own = here.find((table) => table.name === name)
    if (own?.n !== n || own.hash !== hash) {
      throw new Broken(`mirror: ${client.name} has ${own?.n} rows of ${name}, the server ${n}, not the same ones`)
    }
  }
}

interface Proof {
  readonly name: string
  readonly n: number
  readonly hash: string
}

const TABLES = `
  select format('public.%I', c.relname) as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attname) from pg_attribute a
     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`

interface Receipt {
  readonly id: string
  readonly outcome: string
  readonly xid: string | null
}

interface Change {
  readonly relation: string
  readonly op: 'INSERT' | 'UPDATE' | 'DELETE'
  readonly old: Record<string, unknown> | null
  readonly new: Record<string, unknown> | null
  readonly xid: string
}

/**
 * Everything that was called saved is in a journal with its content, and where the journal says it stands is where the
 * server's receipts and rows say it stands; and nothing else was done in anybody's name.
 */
export async function checkDecisions(clients: readonly Client[], sql: pg.Client, before: Before): Promise<Tally> {
  const { rows: receipts } = await sql.query<Receipt>(
    `select id, outcome ->> 'outcome' as outcome, outcome ->> 'xid' as xid from console_sync.receipts`,
  )
  const fresh = receipts.filter(({ id }) => !before.receipts.has(id))
  const byId = new Map(fresh.map((receipt) => [receipt.id, receipt]))
  const { rows: changes } = await sql.query<Change>(
    'select relation, op, old, new, xid::text from simulation.changes where person is not null order by at',
  )
  const known = new Map<string, JournalEntry>()
  const forgotten = new Map<string, JournalEntry>()
  for (const client of clients) {
    for (const [id, entry] of client.known.forgotten) forgotten.set(id, entry)
    for (const entry of checkJournal(client)) {
      if (entry.seq <= (before.entries.get(client) ?? 0)) continue
      known.set(entry.id, entry)
      checkStanding(entry, byId.get(entry.id), client.known.setBack.has(entry.id))
    }
  }
  for (const { id } of fresh) {
    if (!known.has(id) && !forgotten.has(id)) throw new Broken(`stranger: no journal has the entry ${id}`)
  }
  const applied = [...forgotten.values(), ...known.values()].filter(
    (entry) => byId.get(entry.id)?.outcome === 'applied',
  )
  checkEffects(applied, byId, changes)
  return tally([...known.values()])
}

/** The chain holds, and every saved decision is in it as it was decided. */
function checkJournal(client: Client): JournalEntry[] {
  const journal = client.journal()
  try {
    const { broken } = journal.verify()
    if (broken !== null) throw new Broken(`chain: ${client.name}: ${broken}`)
    const entries = journal.page('all', 1_000_000, Number.MAX_SAFE_INTEGER).entries.reverse()
    const byId = new Map(entries.map((entry) => [entry.id, entry]))
    for (const [id, request] of client.known.saved) {
      const entry = byId.get(id) ?? client.known.forgotten.get(id)
      if (entry === undefined) throw new Broken(`lost: ${client.name} was told that ${id} is saved`)
      if (!contains(entry.operation, request)) throw new Broken(`changed: ${client.name} kept another content of ${id}`)
    }
    return entries
  } finally {
    journal.close()
  }
}

/** @param setBack a backup may not know that it was sent before it was given up */
function checkStanding(entry: JournalEntry, receipt: Receipt | undefined, setBack: boolean): void {
  const what = `entry ${entry.seq} (${entry.id}) is ${entry.state} here and ${receipt?.outcome ?? 'unknown'} on the server`
  switch (entry.state) {
    case 'done':
      if (receipt?.outcome !== 'applied') throw new Broken(`not applied: ${what}`)
      return
    case 'resolved':
    case 'discarded':
      if (receipt?.outcome === 'applied' && !setBack) throw new Broken(`applied against the person's will: ${what}`)
      return
    case 'conflict':
    case 'rejected':
      if (receipt?.outcome !== entry.state) throw new Broken(`told otherwise: ${what}`)
      return
    default:
      throw new Broken(`stuck: ${what}`)
  }
}

/** Each applied decision left exactly its mark in the server's own record, and there is no mark without a decision. */
function checkEffects(
  applied: readonly JournalEntry[],
  receipts: ReadonlyMap<string, Receipt>,
  changes: readonly Change[],
): void {
  const xids = new Set(applied.map(({ id }) => receipts.get(id)?.xid))
  for (const { xid, relation } of changes) {
    if (!xids.has(xid)) throw new Broken(`done by nobody: ${relation} was changed in a transaction without an entry`)
  }
  const left = [...changes]
  const take = (found: (change: Change) => boolean) => {
    const at = left.findIndex(found)
    return at < 0 ? null : left.splice(at, 1)[0]
  }
  for (const entry of applied) {
    const { operation } = entry
    const xid = receipts.get(entry.id)?.xid
    const missing = () =>
      new Broken(
        `no effect: entry ${entry.seq} (${entry.id}) was applied and changed nothing: ${JSON.stringify(operation)} beside ${JSON.stringify(left.filter((c) => c.xid === xid))}`,
      )
    if (operation.kind === 'insert') {
      const { relation, values } = operation
      if (!take((c) => c.xid === xid && c.relation === relation && c.op === 'INSERT' && contains(c.new, values)))
        throw missing()
    } else if (operation.kind === 'update') {
      const { relation, key, set, base } = operation
      const changed = changedIn(set, JSON.parse(base))
      if (Object.keys(changed).length === 0) continue
      const isIt = (c: Change) => c.xid === xid && c.relation === relation && c.op === 'UPDATE'
      const made = take((c) => isIt(c) && contains(c.old, key) && contains(c.new, changed))
      if (!made) throw missing()
      checkOverwrote(entry, made, changed, JSON.parse(base))
    } else if (operation.kind === 'delete') {
      const { relation, key } = operation
      // A row that was gone already is what the person wanted.
      take((c) => c.xid === xid && c.relation === relation && c.op === 'DELETE' && contains(c.old, key))
    } else {
      const mark = MARKS[operation.function]
      const id = mark && operation.args[mark.argument]
      if (
        mark &&
        !take((c) => c.xid === xid && c.relation === mark.relation && c.op === 'INSERT' && c.new?.id === id)
      ) {
        throw missing()
      }
    }
  }
  const extra = left.find((change) => !bySideEffect(change, applied, receipts))
  if (extra) {
    const inThis = applied.filter(({ id }) => receipts.get(id)?.xid === extra.xid).map(({ operation }) => operation)
    throw new Broken(`done twice: ${JSON.stringify(extra)} beside ${JSON.stringify(inThis)}`)
  }
}

/** Nobody's value was replaced by somebody who had not seen it, unless they wrote the same. */
function checkOverwrote(entry: JournalEntry, made: Change, changed: Values, base: Values): void {
  const lost = Object.keys(changed).find(
    (name) => !sameText(made.old?.[name], base[name]) && !sameText(made.old?.[name], made.new?.[name]),
  )
  if (lost !== undefined) throw new Broken(`overwrote: entry ${entry.seq} replaced ${lost} without having seen it`)
}

type Values = Record<string, unknown>

/** The row that each function makes under an id that its caller gives. */
const MARKS: Readonly<Record<string, { relation: string; argument: string } | undefined>> = {
  review_document: { relation: 'public.document_reviews', argument: 'p_review_id' },
  send_message: { relation: 'public.messages', argument: 'p_message_id' },
  create_payment_link: { relation: 'public.payment_links', argument: 'p_link_id' },
  assign_dossier: { relation: 'public.dossier_assignments', argument: 'p_assignment_id' },
}

/** Functions move dossiers and end assignments in the same transaction; a removed product takes its steps along. */
function bySideEffect(
  change: Change,
  applied: readonly JournalEntry[],
  receipts: ReadonlyMap<string, Receipt>,
): boolean {
  const inThis = applied.filter(({ id }) => receipts.get(id)?.xid === change.xid)
  if (change.op === 'UPDATE' && ['public.dossiers', 'public.dossier_assignments'].includes(change.relation)) {
    return inThis.some(({ operation }) => operation.kind === 'call')
  }
  const isOfProduct = change.op === 'DELETE' && change.relation === 'public.product_steps'
  return isOfProduct && inThis.some(({ operation }) => operation.kind === 'delete')
}

export interface Tally {
  readonly applied: number
  readonly resolved: number
  readonly discarded: number
  readonly conflicts: number
  readonly rejected: number
}

function tally(entries: readonly JournalEntry[]): Tally {
  const count = (holds: (entry: JournalEntry) => boolean) => entries.filter(holds).length
  return {
    applied: count(({ state }) => state === 'done'),
    resolved: count(({ state }) => state === 'resolved'),
    discarded: count(({ state }) => state === 'discarded'),
    conflicts: count(({ receipt }) => receipt?.outcome === 'conflict'),
    rejected: count(({ receipt }) => receipt?.outcome === 'rejected'),
  }
}

/** Whether everything in `part` is in `whole`, values compared by their text. */
function contains(whole: unknown, part: object | Request): boolean {
  if (whole === null || typeof whole !== 'object') return false
  return Object.entries(part).every(([name, value]) => {
    const found = (whole as Record<string, unknown>)[name]
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return contains(found, value)
    return sameText(found, value)
  })
}

/** The values that a person really changed; what they left as they saw it is nobody's decision. */
function changedIn(set: Record<string, unknown>, base: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(set).filter(([name, value]) => !sameText(value, base[name])))
}

function sameText(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
  return text(one) === text(other)
}
