import type { JournalEntry } from '#main/journal/journal.ts'
import type { EntryView } from '#shared/contract/entries.ts'

/**
 * An entry as people see it.
 * @param undoMs milliseconds during which it can still be taken back
 */
export function viewOf(entry: JournalEntry, undoMs: number): EntryView {
  const { receipt, hash: _, ...rest } = entry
  return {
    ...rest,
    undoMs: entry.state === 'pending' && entry.attempts === 0 ? undoMs : 0,
    lost: entry.state === 'discarded' && receipt?.outcome === 'applied',
    refusal: receipt?.outcome === 'rejected' ? receipt.reason : null,
    conflict: receipt?.outcome === 'conflict' ? receipt.conflict : null,
  }
}
