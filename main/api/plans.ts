import type { Handlers } from '#shared/contract/contract.ts'
import type { ApiContext } from './context.ts'
import { deskOf } from './desk-of.ts'
import { readOverLimit } from './plans/over-limit.ts'
import { readPlanMatrix } from './plans/plan-matrix.ts'

/** What each plan allows, and whom another limit would put over it. */
export function plansApi(context: ApiContext): Handlers['plans'] {
  return {
    get: async ({ workspace }) => readPlanMatrix(await deskOf(context, workspace, 'plans')),
    over: async (input) => readOverLimit(await deskOf(context, input.workspace, 'plans'), input),
  }
}
