import type { Fetched, KeysByRelation } from '#main/mirror/on-demand.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Progress } from '#shared/contract/sync.ts'
import type { Hello, KeyText, PullPage } from '#shared/model/protocol.ts'
import { SYNC_VERSION } from '#shared/model/protocol.ts'
import type { Keeping } from '#shared/model/scope.ts'
import { reached } from './crash-points.ts'
import { fetchKeys } from './fetch-rows.ts'
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
 * Brings the mirror to a newer cut of the server.
 *
 * A large difference comes in pages, each read at its own moment: together they are no cut. They are staged, and the
 * pull is repeated from the first page's snapshot until one answer alone holds everything up to its own snapshot.
 * Rows that are here without being kept, and have changed, are asked for again before the cut is shown.
 * @returns how many rows came or went
 */
export async function pull(
  replica: Replica,
  report: Report,
  signal: AbortSignal,
  options: PullOptions = {},
): Promise<number> {
  const { keeping } = options
  const { cursor, rows, now, fetched } = await stageChanges(replica, report, signal, options)
  await rebase(replica, cursor, keeping === undefined ? { fetched } : { keeping, fetched })
  await pulled(replica, now, report)
  return rows
}

interface PullOptions {
  /** What is kept of each table from this cut on. */
  readonly keeping?: Keeping
  /** Rows to ask for besides. */
  readonly again?: KeysByRelation
}

/** Decisions that a pull in the midst of a push may run again: each keeps the screens waiting for a millisecond. */
const FEW_AGAIN = 100

/**
 * The same, in the midst of a push: where the server's rows stand for what was just sent, and little else moves.
 * @returns null when more would have to run again; then the mirror is as it was
 */
export async function pullBetween(replica: Replica, report: Report, signal: AbortSignal): Promise<number | null> {
  const { cursor, rows, now, fetched } = await stageChanges(replica, report, signal, {})
  if (!(await rebase(replica, cursor, { fetched, mostAgain: FEW_AGAIN }))) return null
  await pulled(replica, now, report)
  return rows
}

async function pulled(replica: Replica, now: string, report: Report): Promise<void> {
  await (await replica.mirror()).setFact('now', now)
  replica.journal.setFact('pulled_at', new Date().toISOString())
  report(null)
}

async function stageChanges(
  replica: Replica,
  report: Report,
  signal: AbortSignal,
  { keeping, again = [] }: PullOptions,
): Promise<{ cursor: string; rows: number; now: string; fetched: Fetched[] }> {
  const mirror = await replica.mirror()
  let { cursor } = await mirror.facts()
  if (cursor === undefined) throw new Error('A pull needs a cursor to start from.')
  const asked = keeping ?? (await mirror.keeping())
  const wanted: KeysByRelation[] = [again]
  let rows = 0
  let now: string
  for (;;) {
    const round = await pullRound(replica, cursor, asked, signal, (count) => {
      rows += count
      if (rows > PAGE_ROWS) report(pullProgress(rows))
    })
    cursor = round.cursor
    now = round.now
    wanted.push(...round.wanted)
    if (round.pages === 1) break
  }
  const fetched = await fetchKeys(replica, merged(wanted))
  signal.throwIfAborted()
  reached('pull.before_cut')
  return { cursor, rows, now, fetched }
}

async function pullRound(
  replica: Replica,
  from: string,
  keeping: Keeping,
  signal: AbortSignal,
  count: (rows: number) => void,
): Promise<{ cursor: string; now: string; pages: number; wanted: KeysByRelation[] }> {
  const mirror = await replica.mirror()
  let first: PullPage | null = null
  const wanted: KeysByRelation[] = []
  let pages = 0
  let after: string | null = null
  do {
    const page: PullPage = await replica.gateway.pull(from, after, PAGE_ROWS, keeping)
    signal.throwIfAborted()
    await checkSameServer(replica, page)
    wanted.push(await mirror.wantedOf(page.outside))
    await mirror.stage(page)
    reached('pull.staged')
    first ??= page
    pages += 1
    after = page.next
    count(size(page))
  } while (after !== null)
  return { cursor: first.cursor, now: first.now, pages, wanted }
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

function merged(lists: readonly KeysByRelation[]): KeysByRelation {
  const keys = new Map<string, Set<KeyText>>()
  for (const { relation, keys: some } of lists.flat()) {
    keys.set(relation, new Set([...(keys.get(relation) ?? []), ...some]))
  }
  return [...keys].map(([relation, all]) => ({ relation, keys: [...all] }))
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
