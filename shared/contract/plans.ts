import { z } from 'zod'
import { mark } from './grid.ts'
import { price } from './organizations.ts'
import { workspaceName } from './workspaces.ts'

/** What a plan allows of one thing: a limit as exact text, `-1` for none, or switches by their names. */
export const planCell = z.object({
  plan: z.string(),
  feature: z.string(),
  limit: z.string().nullable(),
  switches: z.record(z.string(), z.boolean()),
  mark,
  /** Of switches, those that open decisions turn. */
  turned: z.array(z.string()),
})
export type PlanCell = z.infer<typeof planCell>

export const planMatrix = z.object({
  /** Whether the person may change what plans allow. */
  mayChange: z.boolean(),
  plans: z.array(z.object({ name: z.string(), organizations: z.number(), prices: z.array(price) })),
  /** Keys of limits and of the sets of switches, in their order. */
  features: z.array(z.string()),
  cells: z.array(planCell),
})
export type PlanMatrix = z.infer<typeof planMatrix>

export const overLimit = z.object({
  id: z.guid(),
  name: z.string(),
  used: z.string(),
  /** By how much it would be over. */
  by: z.string(),
  periodEnd: z.iso.datetime({ offset: true }).nullable(),
})
export type OverLimit = z.infer<typeof overLimit>

export const plans = {
  get: { input: z.object({ workspace: workspaceName }), output: planMatrix },
  /** The organisations of a plan that would be over a limit if it had this value, the furthest over first. */
  over: {
    input: z.object({
      workspace: workspaceName,
      plan: z.string().min(1).max(63),
      feature: z.string().min(1).max(63),
      limit: z.int().min(-1).max(1_000_000_000_000_000),
    }),
    output: z.object({ organizations: z.array(overLimit), total: z.number() }),
  },
}
