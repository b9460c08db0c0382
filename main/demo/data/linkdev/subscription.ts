import type { OrgSubscriptionsRow } from '#shared/systems/linkdev/rows/org-subscriptions.ts'
import { derivedId, fixedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { DAY, HOUR } from '../time.ts'
import type { Organization } from './organization.ts'
import { workingMoment } from './person.ts'
import { limits, type Plan } from './plans.ts'
import { staffActor } from './staff.ts'
import { type Act, addAudited, addBeginning, addChange, type Row, type Story } from './story.ts'
import { addStripe } from './stripe.ts'

type Status = OrgSubscriptionsRow['status']

export interface Subscription {
  readonly plan: Exclude<Plan, 'free'>
  readonly seats: number
  readonly status: Status
  readonly endsWithPeriod: boolean
}

/** How the paid subscription of an organisation with so many members is likely to stand. */
export function likelySubscription(random: Random, members: number): Subscription {
  const plan = likelyPlan(random, members)
  const status = random.weighted<Status>({
    active: 70,
    trialing: 8,
    past_due: 6,
    unpaid: 2,
    paused: 2,
    incomplete: 3,
    incomplete_expired: 3,
    canceled: 5,
  })
  const spare = random.pick([0, 0, 1, 1, 2, random.int(2, 6)])
  return {
    plan,
    seats: Math.min(members + spare, limits[plan].seats),
    status,
    endsWithPeriod: status === 'active' && random.chance(0.08),
  }
}

function likelyPlan(random: Random, members: number): Subscription['plan'] {
  if (members > limits.business.seats) return 'enterprise'
  if (members > limits.pro.seats) return random.weighted({ business: 80, enterprise: 20 })
  return random.weighted({ pro: 88, business: 12 })
}

/** The subscription of an organisation as it is now, and the log of how it came to be so. */
export function addSubscription(story: Story, organization: Organization, wanted: Subscription | null): void {
  const { sink, random, now } = story
  const { id: orgId, createdAt } = organization
  const id = derivedId(orgId, 'subscription')
  const created = { at: createdAt, actor: null, orgId }
  const since = new Date(createdAt)
  const free = {
    id,
    org_id: orgId,
    plan_name: 'free',
    status: 'active',
    seats: 1,
    cancel_at_period_end: false,
    current_period_start: since,
    created_at: since,
    updated_at: since,
  }
  if (!wanted) {
    addAudited(story, 'public.org_subscriptions', free, created)
    return
  }
  addBeginning(story, 'public.org_subscriptions', free, created)

  const { plan, status } = wanted
  const isNew = status === 'trialing' || status === 'incomplete'
  const boughtAt = workingMoment(random, isNew ? Math.max(createdAt, now - 12 * DAY) : createdAt, now - HOUR)
  const isOver = status === 'canceled' || status === 'incomplete_expired'
  const periods = Math.floor((now - boughtAt) / (30 * DAY))
  const periodStart = boughtAt + (isOver ? Math.max(0, periods - 1) : periods) * 30 * DAY
  const periodEnd = periodStart + 30 * DAY
  const changedAt = isOver ? Math.min(periodEnd, now) : periodStart
  const decidedAt = wanted.endsWithPeriod || status === 'canceled' ? workingMoment(random, periodStart, now) : null
  const bought = {
    plan_name: plan,
    seats: wanted.seats,
    price_id:
      plan === 'enterprise' ? null : fixedId('prices', `${plan} ${random.pick(['month', 'month', 'year'])} eur`),
    stripe_subscription_id: `sub_${random.word(24, 'abcdefghijkmnpqrstuvwxyz0123456789')}`,
  }
  sink.add('public.org_subscriptions', {
    ...free,
    ...bought,
    status,
    cancel_at_period_end: wanted.endsWithPeriod,
    current_period_start: new Date(periodStart),
    current_period_end: new Date(periodEnd),
    trial_start: status === 'trialing' ? new Date(boughtAt) : null,
    trial_end: status === 'trialing' ? new Date(boughtAt + 14 * DAY) : null,
    canceled_at: decidedAt && new Date(Math.min(decidedAt, changedAt === now ? now : Math.max(decidedAt, changedAt))),
    ended_at: isOver ? new Date(changedAt) : null,
    updated_at: new Date(Math.max(changedAt, decidedAt ?? 0)),
  })
  addStripe(story, organization, { boughtAt, periodStart, failed: ['past_due', 'unpaid'].includes(status) })

  const note = (at: number, before: Row, after: Row, staffAction?: Act['action']) => {
    const byStaff = staffAction !== undefined && random.chance(0.3)
    addChange(
      story,
      'public.org_subscriptions',
      id,
      { at, orgId, actor: byStaff ? staffActor(random) : null, ...(byStaff && staffAction && { action: staffAction }) },
      before,
      after,
    )
  }
  const first = random.chance(0.3) ? Math.max(1, wanted.seats - random.int(1, 3)) : wanted.seats
  note(
    boughtAt,
    { plan_name: 'free', seats: 1, price_id: null, stripe_subscription_id: null },
    { ...bought, seats: first },
    'plan_changed',
  )
  if (first !== wanted.seats) {
    note(workingMoment(random, boughtAt, now), { seats: first }, { seats: wanted.seats }, 'seats_changed')
  }
  if (status !== 'active') note(Math.max(changedAt, boughtAt + 1), { status: 'active' }, { status })
  if (wanted.endsWithPeriod && decidedAt) {
    note(decidedAt, { cancel_at_period_end: false }, { cancel_at_period_end: true }, 'subscription_canceled')
  }
}
