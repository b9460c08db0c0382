import { useDebouncedValue } from '@mantine/hooks'
import { api } from '#renderer/bridge/api.ts'
import { type CallResult, useCall } from '#renderer/bridge/use-call.ts'
import type { SubscriptionPreview } from '#shared/contract/organizations.ts'

/** Long enough for a number to be typed. Milliseconds. */
const TYPING_MS = 180

/** What a plan and a number of seats would make of an organisation, tried anew whenever one of them changes. */
export function usePreview(
  workspace: string,
  id: string,
  wanted: { readonly plan: string; readonly seats: number | null },
): CallResult<SubscriptionPreview> {
  const [plan] = useDebouncedValue(wanted.plan, TYPING_MS)
  const [seats] = useDebouncedValue(wanted.seats, TYPING_MS)
  return useCall(
    `subscription/${workspace}/${id}/${plan}/${seats}`,
    () => api.organizations.preview({ workspace, id, plan, seats }),
    { workspace },
  )
}
