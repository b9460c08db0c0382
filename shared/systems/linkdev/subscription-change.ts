import type { Request } from '#shared/model/entry.ts'

interface Stand {
  readonly plan: string
  /** Null: as many as now, or as many as the plan allows. */
  readonly seats: number | null
}

/** The one decision that gives an organisation another plan, other seats, or both. */
export function subscriptionChange(organization: string, from: Stand, to: Stand): Request {
  if (to.plan === from.plan) {
    return {
      kind: 'call',
      function: 'change_seats',
      args: { p_org_id: organization, p_from_seats: from.seats, p_to_seats: to.seats },
    }
  }
  return {
    kind: 'call',
    function: 'change_organization_plan',
    args: { p_org_id: organization, p_from_plan: from.plan, p_to_plan: to.plan, p_seats: to.seats },
  }
}
