import { fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import type { Sink } from './columns.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'

const plan = (name: string, type: 'monthly' | 'yearly' | 'lifetime', price: string, more: object = {}) => ({
  id: fixedId('subscription_plans', name),
  name,
  type,
  price,
  levels: -1,
  trialDays: 0,
  seats: null,
  isSold: true,
  ...more,
})

const plans = {
  starter: plan('Starter', 'monthly', '19.00', { levels: 2, trialDays: 14 }),
  pro: plan('Pro', 'monthly', '49.00', { trialDays: 14 }),
  year: plan('Pro, by the year', 'yearly', '470.00'),
  team: plan('Team', 'monthly', '199.00', { seats: -1 }),
  lifetime: plan('Lifetime', 'lifetime', '1290.00'),
  early: plan('Early bird', 'monthly', '12.00', { isSold: false }),
}
type PlanName = keyof typeof plans

export function addPlans(sink: Sink, start: number): void {
  for (const { id, name, type, price, levels, trialDays, seats, isSold } of Object.values(plans)) {
    sink.add('public.subscription_plans', {
      id,
      name,
      description: `${name}: the course${type === 'lifetime' ? ', for good' : ''}.`,
      plan_type: type,
      price,
      currency: 'EUR',
      stripe_price_id: `price_${id.replaceAll('-', '').slice(0, 20)}`,
      features: { live_sessions: name !== 'Starter', community: true, certificates: type !== 'monthly' },
      is_active: isSold,
      trial_days: trialDays,
      max_users: seats,
      level_access_limit: levels,
      created_at: new Date(start),
      updated_at: new Date(start),
    })
  }
}

const days = { monthly: 30, yearly: 365, lifetime: 36_500 }

/** What somebody pays for: on trial at first, then running, failing, or ended when they leave. */
export function addSubscription({ sink, random, now }: Scene, person: Person): void {
  if (random.chance(0.3)) return
  const name = random.weighted<PlanName>({ starter: 34, pro: 40, year: 14, team: 3, lifetime: 3, early: 6 })
  const { id: planId, type, trialDays } = plans[name]
  const length = days[type] * DAY
  const trialEnd = trialDays > 0 ? person.joinedAt + trialDays * DAY : null
  const from = trialEnd ?? person.joinedAt
  const hasLeft = person.leavesAt < now && type !== 'lifetime'
  const isOnTrial = trialEnd !== null && trialEnd > now
  const until = Math.min(now, person.leavesAt)
  const start = isOnTrial ? person.joinedAt : from + Math.max(0, Math.floor((until - from) / length)) * length
  const status = isOnTrial
    ? 'trialing'
    : random.weighted(
        hasLeft
          ? { canceled: 86, unpaid: 9, past_due: 5, active: 0 }
          : { active: 93, past_due: 5, canceled: 1, unpaid: 1 },
      )
  sink.add('public.user_subscriptions', {
    id: random.uuid(),
    user_id: person.id,
    plan_id: planId,
    stripe_subscription_id: `sub_${random.word(20, 'abcdefghijklmnopqrstuvwxyz0123456789')}`,
    status,
    current_period_start: new Date(start),
    current_period_end: isOnTrial ? new Date(trialEnd) : new Date(start + length),
    trial_end: trialEnd === null ? null : new Date(trialEnd),
    cancel_at_period_end: status === 'active' && random.chance(0.07),
    created_at: new Date(person.joinedAt),
    updated_at: new Date(Math.min(now, Math.max(start, person.joinedAt))),
  })
}
