import type { JournalEntry } from '#main/journal/journal.ts'
import { type JournalNotice, journalNotice } from '#shared/contract/sync.ts'
import type { ChainLink } from '#shared/model/protocol.ts'
import type { Replica } from './replica.ts'

/*
 * The chain shows what was changed, removed or put elsewhere inside the journal. That its end is missing, or that all
 * of it was written anew, only somebody outside can tell: the server keeps the hash of every entry that it was sent.
 */

/** What the server's newest link tells of this journal; null when both agree. */
export function noticeOf(head: ChainLink | null, here: JournalEntry | null, newest: number): JournalNotice | null {
  if (head === null || agrees(head, here)) return null
  return { kind: here === null ? 'shorter' : 'rewritten', seen: head.seq, here: newest }
}

/** Compares the end of the journal with what the server has seen of it. Nothing is held back for a difference. */
export function compareHead(replica: Replica, head: ChainLink | null): void {
  const { journal } = replica
  const notice = noticeOf(head, head && journal.find(head.id), journal.newest()?.seq ?? 0)
  journal.setFact('anchor', notice === null ? null : JSON.stringify(notice))
}

/** What the last comparison has shown. */
export function lastNotice({ journal }: Replica): JournalNotice | null {
  const kept = journal.fact('anchor')
  return kept === null ? null : journalNotice.parse(JSON.parse(kept))
}

/**
 * Compares the whole journal with everything that the server was sent from it.
 * @returns what differs, in words, the first place of each kind by name; empty when nothing does
 */
export async function compareChain(replica: Replica): Promise<{ entries: number; differences: string[] }> {
  const device = replica.journal.fact('device')
  const missing: ChainLink[] = []
  const changed: ChainLink[] = []
  let entries = 0
  let after: string | null = null
  if (device === null) return { entries, differences: [] }
  do {
    const page = await replica.gateway.chain(device, after)
    for (const link of page.links) {
      const here = replica.journal.find(link.id)
      if (!agrees(link, here)) (here === null ? missing : changed).push(link)
    }
    entries += page.links.length
    after = page.next
  } while (after !== null)
  return { entries, differences: [...words(missing, 'is not in this journal'), ...words(changed, 'was another one')] }
}

function agrees(link: ChainLink, here: JournalEntry | null): boolean {
  return here !== null && (link.hash === null || link.hash === here.hash)
}

function words(links: readonly ChainLink[], what: string): string[] {
  const [first] = links
  if (first === undefined) return []
  const others = links.length === 1 ? '' : ` (and ${links.length - 1} more)`
  return [`Entry ${first.seq} as the server has received it (${first.id}) ${what}${others}.`]
}
