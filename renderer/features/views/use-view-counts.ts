import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import type { View } from './view.ts'

/** How many rows wait in each view whose rows wait for somebody; a view is missing until its count is known. */
export function useViewCounts(workspace: string, views: readonly View[]): Readonly<Record<string, number>> {
  const waiting = views.filter(({ waits }) => waits)
  const { data } = useCall(
    `view-counts/${workspace}/${waiting.map(({ id }) => id).join()}`,
    async () => {
      const pages = waiting.map(async ({ id, relation, filter }) => {
        const { total } = await api.rows.page({ workspace, relation, filter, limit: 1 })
        return [id, total] as const
      })
      return Object.fromEntries(await Promise.all(pages)) as Readonly<Record<string, number>>
    },
    { workspace },
  )
  return data ?? {}
}
