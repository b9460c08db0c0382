import { useDebouncedValue } from '@mantine/hooks'
import { api } from '#renderer/bridge/api.ts'
import type { FetchWindow } from '#renderer/features/grid/grid-column.ts'
import type { QueueRow } from '#shared/contract/review.ts'
import { orders, useQueueView } from './queue-store.ts'

/** What the queue is made of. */
export const queueRelations = [
  'public.documents',
  'public.document_versions',
  'public.document_types',
  'public.dossiers',
  'public.profiles',
]

const TYPING_MS = 120

type QueueInput = Parameters<typeof api.review.queue>[0]

/** How a grid fetches the queue as it is filtered now. In the list the order is the chosen one, else the headers'. */
export function useQueue(workspace: string, layout: 'list' | 'table') {
  const { search, types, mine, order } = useQueueView(workspace)
  const [typed] = useDebouncedValue(search.trim(), TYPING_MS)
  const fetch: FetchWindow<QueueRow> = ({ offset, limit, sort }) =>
    api.review.queue({
      workspace,
      offset,
      limit,
      search: typed,
      documentTypes: [...types],
      mine,
      sort: [...(layout === 'list' ? orders[order] : sort)] as NonNullable<QueueInput['sort']>,
    })
  const query = JSON.stringify([workspace, typed, types, mine, layout === 'list' ? order : ''])
  return { fetch, query }
}
