import { create } from 'zustand'
import type { SortBy } from '#renderer/features/grid/grid-column.ts'

/** Ways to order the list; the table has its headers for that. */
export const orders = {
  oldest: [{ column: 'waitingSince', direction: 'asc' }],
  newest: [{ column: 'waitingSince', direction: 'desc' }],
  client: [{ column: 'client', direction: 'asc' }],
  type: [{ column: 'documentType', direction: 'asc' }],
} as const satisfies Record<string, readonly SortBy[]>
export type Order = keyof typeof orders

export interface QueueView {
  readonly layout: 'list' | 'table'
  readonly order: Order
  readonly search: string
  readonly types: readonly string[]
  readonly mine: boolean
  /** Two versions side by side, where a document has two. */
  readonly compare: boolean
}

const PLAIN: QueueView = { layout: 'list', order: 'oldest', search: '', types: [], mine: false, compare: false }

const useViews = create<Readonly<Record<string, QueueView>>>(() => ({}))

/** How the queue of a workspace is looked at; it stays so while other pages are visited. */
export function useQueueView(workspace: string): QueueView {
  return useViews((views) => views[workspace]) ?? PLAIN
}

export function changeQueueView(workspace: string, change: Partial<QueueView>): void {
  useViews.setState((views) => ({ [workspace]: { ...(views[workspace] ?? PLAIN), ...change } }))
}

export function isFiltered({ search, types, mine }: QueueView): boolean {
  return search.trim() !== '' || types.length > 0 || mine
}
