import { z } from 'zod'
import { auditEntry } from './audit.ts'
import { problem } from './errors.ts'
import { direction, gridWindow, mark } from './grid.ts'
import { workspaceName } from './workspaces.ts'

const at = z.iso.datetime({ offset: true })

/** How much of a limit is used. Numbers are exact text; allowed is `-1` where there is no limit. */
export const limitUse = z.object({
  feature: z.string(),
  used: z.string(),
  allowed: z.string(),
  percent: z.number().nullable(),
  /** fine: below nine tenths of the limit, or none · near: from there up to it · over: beyond it */
  stands: z.enum(['fine', 'near', 'over']),
})
export type LimitUse = z.infer<typeof limitUse>

export const organizationColumn = z.enum(['name', 'plan', 'status', 'seats', 'periodEnd', 'createdAt'])

export const organizationRow = z.object({
  id: z.guid(),
  name: z.string(),
  type: z.string(),
  owner: z.string(),
  plan: z.string().nullable(),
  status: z.string().nullable(),
  endsWithPeriod: z.boolean(),
  seats: z.number().nullable(),
  /** Seats that members and open invitations take. */
  taken: z.number(),
  periodEnd: at.nullable(),
  createdAt: at,
  /** The limit that is nearest, seats aside: who has as many members as seats is where they want to be. */
  nearest: limitUse.nullable(),
  mark,
})
export type OrganizationRow = z.infer<typeof organizationRow>

/** What one seat costs: an amount in its currency as exact text, each `count` intervals. */
export const price = z.object({ amount: z.string(), currency: z.string(), interval: z.string(), count: z.number() })
export type Price = z.infer<typeof price>

export const subscription = z.object({
  id: z.guid(),
  plan: z.string(),
  status: z.string(),
  seats: z.number(),
  endsWithPeriod: z.boolean(),
  periodStart: at,
  periodEnd: at.nullable(),
  trialEnd: at.nullable(),
  canceledAt: at.nullable(),
  price: price.nullable(),
  /** What all seats cost together. */
  total: z.string().nullable(),
})
export type Subscription = z.infer<typeof subscription>

export const organization = z.object({
  id: z.guid(),
  name: z.string(),
  slug: z.string(),
  type: z.string(),
  description: z.string().nullable(),
  createdAt: at,
  owner: z.object({ id: z.guid(), name: z.string(), email: z.string() }),
  customer: z.object({ stripe: z.string(), email: z.string().nullable() }).nullable(),
  mark,
  taken: z.number(),
  subscription: subscription.nullable(),
  usage: z.array(limitUse),
  switches: z.array(z.object({ name: z.string(), on: z.boolean() })),
  members: z.array(
    z.object({
      userId: z.guid(),
      name: z.string(),
      email: z.string(),
      role: z.string(),
      invitedBy: z.string().nullable(),
      joinedAt: at,
      /** The last day on which they were active here. */
      lastActive: z.iso.date().nullable(),
      mark,
    }),
  ),
  /** Invitations that nobody has answered; a lapsed one keeps no seat. */
  invites: z.array(
    z.object({
      id: z.guid(),
      email: z.string(),
      role: z.string(),
      invitedBy: z.string().nullable(),
      expiresAt: at,
      lapsed: z.boolean(),
      mark,
    }),
  ),
  /** What Stripe has told lately, for those who may see it. */
  events: z.array(z.object({ id: z.guid(), type: z.string(), at, error: z.string().nullable() })),
  log: z.array(auditEntry),
})
export type Organization = z.infer<typeof organization>

/** What a change of plan or seats would do. */
export const subscriptionPreview = z.object({
  /** As it would be, or null with the reason why it is refused. */
  after: subscription.nullable(),
  refused: problem.nullable(),
  /** Each limit now and then, with what is used of it. */
  limits: z.array(limitUse.extend({ now: z.string(), change: z.enum(['more', 'same', 'less']) })),
  gained: z.array(z.string()),
  lost: z.array(z.string()),
})
export type SubscriptionPreview = z.infer<typeof subscriptionPreview>

const byId = z.object({ workspace: workspaceName, id: z.guid() })

export const organizations = {
  page: {
    input: gridWindow.extend({
      sort: z
        .array(z.object({ column: organizationColumn, direction }))
        .max(3)
        .default([]),
      plans: z.array(z.string()).max(20).default([]),
      statuses: z.array(z.string()).max(20).default([]),
      /** Without the personal ones. */
      teams: z.boolean().default(false),
      /** Only those that are near a limit, or over it. */
      pressed: z.boolean().default(false),
    }),
    output: z.object({ rows: z.array(organizationRow), total: z.number() }),
  },
  get: { input: byId, output: organization },
  /** Tries the change on the rows here and takes it back; the rules are the database's own. */
  preview: {
    input: byId.extend({
      plan: z.string().min(1).max(63),
      /** Null: as many as now, or as many as the plan allows. */
      seats: z.int().min(0).max(1_000_000).nullable(),
    }),
    output: subscriptionPreview,
  },
}
