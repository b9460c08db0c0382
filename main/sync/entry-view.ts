import type { JournalEntry } from '#main/journal/journal.ts'
import type { EntryView } from '#shared/contract/entries.ts'

/**
 * An entry as people see it.
 * @param undoMs milliseconds during which it can still be taken back
 * @param leftToServer whether it could not be run here for want of a row that is not kept
 */
export function viewOf(entry: JournalEntry, undoMs: number, leftToServer = false): EntryView {
  const { receipt, hash: _, ...rest } = entry
  return {
    ...rest,
    leftToServer: leftToServer && (entry.state === 'pending' || entry.state === 'held'),
    undoMs: entry.state === 'pending' && entry.attempts === 0 ? undoMs : 0,
    lost: entry.state === 'discarded' && receipt?.outcome === 'applied',
    refusal: receipt?.outcome === 'rejected' ? receipt.reason : null,
    conflict: receipt?.outcome === 'conflict' ? receipt.conflict : null,
  }
}
