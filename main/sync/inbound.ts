import { OutpostError } from '#shared/contract/errors.ts'
import type { Progress } from '#shared/contract/sync.ts'
import type { Hello, PullPage, RelationInfo, SnapshotPage } from '#shared/model/protocol.ts'
import { SYNC_VERSION } from '#shared/model/protocol.ts'
import { reached } from './crash-points.ts'
import { FirstCopyProgress } from './progress.ts'
import { rebase } from './rebase.ts'
import type { Replica } from './replica.ts'
import { checkSame, knownEpoch, nameOf } from './server-identity.ts'

/** Rows in one answer. Small enough that putting them into the mirror keeps a grid waiting for no more than a blink. */
export const PAGE_ROWS = 2_000

export type Report = (progress: Progress | null) => void

/**
 * Asks the server who it is and checks that this replica may go on with it.
 * @throws OutpostError `server_replaced`, `version_behind`, `version_ahead`
 */
export async function greet(replica: Replica): Promise<Hello> {
  const hello = await replica.gateway.hello()
  if (hello.syncVersion !== SYNC_VERSION) throw versionProblem(hello.syncVersion > SYNC_VERSION)
  checkSystem(replica, hello)
  const facts = await (await replica.mirror()).facts()
  await checkSame(replica, hello)
  replica.journal.setFact('server', nameOf(hello))
  replica.journal.setFact('server_version', hello.schemaVersion)
  replica.setPerson(hello.person)
  const isAnothers = facts.person !== undefined && facts.person !== hello.person.id
  if (isAnothers) await replica.dropMirror()
  return hello
}

/**
 * Fills an empty mirror, or goes on where the last attempt ended, and completes it with a first cut.
 * The cursor is taken before the first page is read, so the pull from there makes the copy exact.
 */
export async function copyAll(replica: Replica, hello: Hello, report: Report, signal: AbortSignal): Promise<void> {
  const mirror = await replica.mirror()
  await mirror.attach(hello.relations)
  const facts = await mirror.facts()
  if (facts.cursor === undefined) {
    await mirror.setFact('person', hello.person.id)
    await mirror.setFact('visibility', hello.visibility)
    await mirror.setFact('cursor', hello.cursor)
  }
  const loading = await mirror.loading()
  const infos = new Map(hello.relations.map((info) => [info.relation, info]))
  const progress = new FirstCopyProgress(loading, hello.relations, report)
  for (const { relation, after, done } of loading) {
    const info = infos.get(relation)
    if (!done && info !== undefined) await copyTable(replica, info, after, progress, signal)
    progress.tableDone(relation)
  }
  await mirror.analyze()
  await pull(replica, report, signal)
  reached('snapshot.copied')
  await mirror.setFact('ready', 'yes')
  reached('snapshot.ready')
}

async function copyTable(
  replica: Replica,
  { relation }: RelationInfo,
  from: string | null,
  progress: FirstCopyProgress,
  signal: AbortSignal,
): Promise<void> {
  const mirror = await replica.mirror()
  const fetchPage = (after: string | null) => replica.gateway.snapshot(relation, after, PAGE_ROWS)
  let coming: Promise<SnapshotPage> | null = fetchPage(from)
  while (coming !== null) {
    const page: SnapshotPage = await coming
    signal.throwIfAborted()
    // The next page travels while this one is put away.
    coming = page.next === null ? null : fetchPage(page.next)
    coming?.catch(() => undefined)
    await mirror.loadPage(page)
    reached('snapshot.page')
    progress.page(page)
  }
}

/**
 * Brings the mirror to a newer cut of the server.
 *
 * A large difference comes in pages, each read at its own moment: together they are no cut. They are staged, and the
 * pull is repeated from the first page's snapshot until one answer alone holds everything up to its own snapshot.
 * @returns how many rows came or went
 */
export async function pull(replica: Replica, report: Report, signal: AbortSignal): Promise<number> {
  const { cursor, rows } = await stageChanges(replica, report, signal)
  await rebase(replica, cursor)
  pulled(replica, report)
  return rows
}

/** Decisions that a pull in the midst of a push may run again: each keeps the screens waiting for a millisecond. */
const FEW_AGAIN = 100

/**
 * The same, in the midst of a push: where the server's rows stand for what was just sent, and little else moves.
 * @returns null when more would have to run again; then the mirror is as it was
 */
export async function pullBetween(replica: Replica, report: Report, signal: AbortSignal): Promise<number | null> {
  const { cursor, rows } = await stageChanges(replica, report, signal)
  if (!(await rebase(replica, cursor, FEW_AGAIN))) return null
  pulled(replica, report)
  return rows
}

function pulled(replica: Replica, report: Report): void {
  replica.journal.setFact('pulled_at', new Date().toISOString())
  report(null)
}

async function stageChanges(
  replica: Replica,
  report: Report,
  signal: AbortSignal,
): Promise<{ cursor: string; rows: number }> {
  const mirror = await replica.mirror()
  let { cursor } = await mirror.facts()
  if (cursor === undefined) throw new Error('A pull needs a cursor to start from.')
  let rows = 0
  for (;;) {
    const round = await pullRound(replica, cursor, signal, (count) => {
      rows += count
      if (rows > PAGE_ROWS) report(pullProgress(rows))
    })
    cursor = round.cursor
    if (round.pages === 1) break
  }
  reached('pull.before_cut')
  return { cursor, rows }
}

async function pullRound(
  replica: Replica,
  from: string,
  signal: AbortSignal,
  count: (rows: number) => void,
): Promise<{ cursor: string; pages: number }> {
  const mirror = await replica.mirror()
  let first: PullPage | null = null
  let pages = 0
  let after: string | null = null
  do {
    const page: PullPage = await replica.gateway.pull(from, after, PAGE_ROWS)
    signal.throwIfAborted()
    await checkSameServer(replica, page)
    await mirror.stage(page)
    reached('pull.staged')
    first ??= page
    pages += 1
    after = page.next
    count(size(page))
  } while (after !== null)
  return { cursor: first.cursor, pages }
}

async function checkSameServer(replica: Replica, page: PullPage): Promise<void> {
  const facts = await (await replica.mirror()).facts()
  if (knownEpoch(replica) !== page.epoch) {
    throw new OutpostError('server_replaced', 'The server was restored or swapped while we were talking to it.')
  }
  if (facts.visibility !== page.visibility) throw new VisibilityChanged()
  if (page.schemaDigest !== undefined && page.schemaDigest !== (await (await replica.mirror()).schemaDigest())) {
    throw new SchemaChanged()
  }
}

/** The person sees other rows than before, though no row has changed: every table must be fetched anew. */
export class VisibilityChanged extends Error {}

/** The server's tables, rules or functions are not the ones that the mirror has: it must take them over first. */
export class SchemaChanged extends OutpostError {
  constructor() {
    super(
      'server_error',
      'The server’s tables or rules have just been changed. They are taken over with the next sync.',
    )
  }
}

function size(page: PullPage): number {
  const changed = page.changed.reduce((sum, { count }) => sum + count, 0)
  return changed + page.gone.reduce((sum, { keys }) => sum + keys.length, 0)
}

function pullProgress(rows: number): Progress {
  return {
    phase: 'pull',
    relation: null,
    tables: { done: 0, total: 0 },
    rows: { done: rows, total: rows },
    bytes: 0,
    secondsLeft: null,
  }
}

/** A plain workspace takes any project as it is. */
function checkSystem(replica: Replica, { system }: Hello): void {
  const { manifest } = replica
  if (manifest.system !== 'plain' && system !== manifest.system) {
    throw new OutpostError(
      'server_replaced',
      `This project runs ${system}, and this workspace is for ${manifest.system}.`,
    )
  }
}

function versionProblem(serverIsNewer: boolean): OutpostError {
  return serverIsNewer
    ? new OutpostError(
        'version_behind',
        'The server’s console SQL is newer than this console. Update the console; your work stays here until then.',
      )
    : new OutpostError(
        'version_ahead',
        'The server’s console SQL is older than this console. Ask an administrator to bring it up to date with "outpost cloud install".',
      )
}
