import type { EntryState } from '#shared/model/entry.ts'
import type { MarkState } from '../../components/state-mark.tsx'

const marks: Record<EntryState, MarkState | undefined> = {
  pending: 'pending',
  held: 'held',
  applied: undefined,
  done: undefined,
  conflict: 'conflict',
  rejected: 'rejected',
  resolved: undefined,
  discarded: undefined,
}

/** The mark of an entry; synced is the normal state and has none. */
export function markOf(state: EntryState): MarkState | undefined {
  return marks[state]
}
