import { setImmediate } from 'node:timers/promises'
import type { Loading } from '#main/mirror/loading.ts'
import type { KeysByRelation } from '#main/mirror/on-demand.ts'
import type { Hello, KeyText, SnapshotPage } from '#shared/model/protocol.ts'
import type { Keeping } from '#shared/model/scope.ts'
import { hasOtherSchema } from './adapt.ts'
import { ahead } from './ahead.ts'
import { reached } from './crash-points.ts'
import { PAGE_ROWS, pull, type Report } from './inbound.ts'
import { plannedKeeping } from './planned-keeping.ts'
import { expected, FirstCopyProgress } from './progress.ts'
import type { Replica } from './replica.ts'

/** Tables whose first page is asked for before the one in hand is done: most are small, and the way there is long. */
export const TABLES_AHEAD = 3

/**
 * Fills an empty mirror, or goes on where the last attempt ended, and completes it with a first cut. What has the
 * server's schema is filled; what has not takes it first.
 * The cursor is taken before the first page is read, so the pull from there makes the copy exact.
 */
export async function copyAll(
  replica: Replica,
  hello: Hello,
  report: Report,
  signal: AbortSignal,
  planned: Keeping = plannedKeeping(replica, {}, hello.now),
): Promise<void> {
  const mirror = await replica.mirror()
  const isNew = (await mirror.facts()).cursor === undefined
  const schema = (await hasOtherSchema(replica, hello)) ? await replica.gateway.schema() : null
  // The server has nothing to do while the schema is taken. A copy that goes on may have to begin anew with a schema.
  const early = isNew ? firstPages(replica, hello, planned) : new Map<string, Promise<SnapshotPage>>()
  await requestsHaveLeft()
  if (schema !== null) await mirror.takeSchema(schema, hello.relations)
  await mirror.attach(hello.relations)
  if (isNew) {
    await mirror.setFact('person', hello.person.id)
    await mirror.setFact('visibility', hello.visibility)
    await mirror.setFact('scope', JSON.stringify(planned))
    await mirror.setFact('now', hello.now)
    await mirror.setFact('cursor', hello.cursor)
  }
  const keeping = await mirror.keeping()
  const loading = await mirror.loading()
  const infos = new Map(hello.relations.map((info) => [info.relation, info]))
  const progress = new FirstCopyProgress(loading, expected(hello.relations, keeping), report)
  const open = loading.filter(({ relation, done }) => !done && infos.has(relation))
  const ask = ({ relation }: Loading, after: string | null) => askPage(replica, relation, after, keeping)
  const first = ahead(open, TABLES_AHEAD, (table) => early.get(table.relation) ?? ask(table, table.after))
  for (const table of loading) {
    if (open.includes(table)) await copyTable(replica, first(table), (after) => ask(table, after), progress, signal)
    progress.tableDone(table.relation)
  }
  await mirror.analyze()
  await pull(replica, report, signal, { again: await changedByPending(replica, keeping) })
  reached('snapshot.copied')
  await mirror.setFact('ready', 'yes')
  reached('snapshot.ready')
}

/** The rows that pending decisions change, of tables that are not kept whole: without them they could not be run again. */
async function changedByPending(replica: Replica, keeping: Keeping): Promise<KeysByRelation> {
  const mirror = await replica.mirror()
  const keys: { relation: string; keys: KeyText[] }[] = []
  for (const { operation } of replica.pending()) {
    if (operation.kind !== 'update' && operation.kind !== 'delete') continue
    const { relation } = operation
    const key = keeping[relation] === undefined ? null : await mirror.keyOf(relation, operation.key)
    if (key !== null) keys.push({ relation, keys: [key] })
  }
  return keys
}

/** Those of the tables that come first, by relation. */
function firstPages(replica: Replica, { relations }: Hello, keeping: Keeping): Map<string, Promise<SnapshotPage>> {
  const names = relations.map(({ relation }) => relation).sort()
  return new Map(names.slice(0, 1 + TABLES_AHEAD).map((name) => [name, askPage(replica, name, null, keeping)]))
}

function askPage(
  { gateway }: Replica,
  relation: string,
  after: string | null,
  keeping: Keeping,
): Promise<SnapshotPage> {
  const coming = gateway.snapshot(relation, after, PAGE_ROWS, { kept: keeping[relation] ?? null })
  // It is waited for later, or not at all when an earlier one has failed.
  coming.catch(() => undefined)
  return coming
}

async function copyTable(
  replica: Replica,
  first: Promise<SnapshotPage>,
  fetchPage: (after: string) => Promise<SnapshotPage>,
  progress: FirstCopyProgress,
  signal: AbortSignal,
): Promise<void> {
  const mirror = await replica.mirror()
  let coming: Promise<SnapshotPage> | null = first
  while (coming !== null) {
    const page: SnapshotPage = await coming
    signal.throwIfAborted()
    // The next page travels while this one is put away.
    coming = page.next === null ? null : fetchPage(page.next)
    await requestsHaveLeft()
    await mirror.loadPage(page)
    reached('snapshot.page')
    progress.page(page)
  }
}

/** Turns of the event loop until a request has left. */
const TURNS_TO_LEAVE = 5

/** None comes while Postgres works here, and the server would idle meanwhile. */
async function requestsHaveLeft(): Promise<void> {
  for (let turn = 0; turn < TURNS_TO_LEAVE; turn += 1) await setImmediate()
}
