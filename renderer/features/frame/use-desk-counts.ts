import type { Manifest } from '#shared/systems/manifest.ts'
import { useCall } from '../../bridge/use-call.ts'
import { desks } from '../../routes/desks.ts'

type Desk = Manifest['desks'][number]

/** How many rows each desk has now; a desk is missing until its count is known. */
export function useDeskCounts(workspace: string, names: readonly Desk[]): Partial<Record<Desk, number>> {
  const { data } = useCall(
    `counts/${workspace}/${names.join()}`,
    async () => {
      const counts = await Promise.all(names.map((name) => desks[name].count?.(workspace)))
      return Object.fromEntries(names.map((name, place) => [name, counts[place]])) as Partial<Record<Desk, number>>
    },
    { workspace },
  )
  return data ?? {}
}
