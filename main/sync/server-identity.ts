import type { JournalEntry } from '#main/journal/journal.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ServerReport } from '#shared/contract/sync.ts'
import type { Expected, Hello } from '#shared/model/protocol.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import { compareHead } from './anchor.ts'
import type { Replica } from './replica.ts'

/*
 * Whether the server that answers is the one that this replica knows. Three things tell: its name, how far its
 * transactions have come, and whether it remembers what it applied for this person.
 */

/** Stands in place of a mirror's visibility while its rows are those of the server that was there before. */
export const ROWS_OF_ANOTHER = 'another server'

/** Ids in one question. */
const BATCH = 1_000
/** The newest applied decisions that are asked for at each greeting: a restore takes the newest first. */
const REMEMBERED = 50

/** A server by name: its identity, and the epoch that a restore changes. */
export function nameOf({ serverId, epoch }: Pick<Hello, 'serverId' | 'epoch'>): string {
  return `${serverId} ${epoch}`
}

export function knownEpoch(replica: Replica): string | undefined {
  return replica.journal.fact('server')?.split(' ').slice(1).join(' ')
}

/** How far the mirror has come with this server; undefined while its rows are another server's. */
export async function cursorHere(replica: Replica): Promise<string | undefined> {
  const { cursor, visibility } = await (await replica.mirror()).facts()
  return visibility === ROWS_OF_ANOTHER ? undefined : cursor
}

/** The server that entries may go to. */
export async function expected(replica: Replica): Promise<Expected | undefined> {
  const epoch = knownEpoch(replica)
  if (epoch === undefined) return undefined
  const [newest] = replica.journal.applied(replica.claims().sub, 1)
  return { epoch, cursor: (await cursorHere(replica)) ?? null, receipt: newest?.id ?? null }
}

/** What a server's own words about itself tell, against what is known of it. */
export function changeOf(
  known: string | null,
  cursor: string | undefined,
  hello: Pick<Hello, 'serverId' | 'epoch' | 'cursor'>,
): ServerReport['change'] {
  if (known === null || known === nameOf(hello)) {
    return cursor !== undefined && end(cursor) > end(hello.cursor) ? 'restored' : 'none'
  }
  return known.startsWith(`${hello.serverId} `) ? 'restored' : 'other'
}

/** The first transaction that a snapshot knows nothing of. */
function end(cursor: string): bigint {
  return BigInt(cursor.split(':')[1] ?? 0)
}

/**
 * Called with each first word of a server, before anything else is said to it.
 * @throws OutpostError `server_replaced`
 */
export async function checkSame(replica: Replica, hello: Hello): Promise<void> {
  const change = changeOf(replica.journal.fact('server'), await cursorHere(replica), hello)
  if (change === 'other') {
    throw new OutpostError(
      'server_replaced',
      'This is not the server that this workspace was made with. Nothing is sent until you have decided what to do.',
      { reason: 'server.other' },
    )
  }
  if (change === 'restored' || (await hasForgotten(replica, hello.person.id))) throw restored()
}

async function hasForgotten(replica: Replica, person: string): Promise<boolean> {
  const device = replica.journal.fact('device')
  if (device === null) return false
  const applied = replica.journal.applied(person, REMEMBERED).map(({ id }) => id)
  const { receipts, head } = await replica.gateway.receipts(applied, device)
  const known = new Set(receipts.filter(({ outcome }) => outcome === 'applied').map(({ id }) => id))
  if (applied.some((id) => !known.has(id))) return true
  compareHead(replica, head)
  return false
}

/** Whether, for all that is known here, the server has done it. */
export function isApplied({ state }: JournalEntry): boolean {
  return state === 'applied' || state === 'done'
}

/** What the server has answered to these entries, as far as it remembers. */
export async function receiptsOf(
  replica: Replica,
  entries: readonly JournalEntry[],
): Promise<ReadonlyMap<string, Receipt>> {
  const found = new Map<string, Receipt>()
  for (let at = 0; at < entries.length; at += BATCH) {
    const ids = entries.slice(at, at + BATCH).map(({ id }) => id)
    const { receipts } = await replica.gateway.receipts(ids, null)
    for (const receipt of receipts) found.set(receipt.id, receipt)
  }
  return found
}

function restored(): OutpostError {
  return new OutpostError(
    'server_replaced',
    'This server was restored from a backup, or set back to an earlier state. Nothing is sent until you have decided what to do.',
    { reason: 'server.rewound' },
  )
}
