import { DAY } from '../time.ts'
import type { Person } from './person.ts'
import { decided, happened, type Scene } from './scene.ts'
import { deciders } from './staff.ts'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const MONTH = 30 * DAY

export type Plan = 'starter' | 'pro' | 'career' | 'coach'

/** What a plan allows in a month, as the database has it; -1 is unlimited. */
export const limits: Readonly<Record<Plan, { readonly interviews: number; readonly letters: number }>> = {
  starter: { interviews: 1, letters: 0 },
  pro: { interviews: 10, letters: 0 },
  career: { interviews: 30, letters: 3 },
  coach: { interviews: -1, letters: -1 },
}

export function pickPlan({ random }: Scene): Plan {
  return random.weighted({ starter: 58, pro: 27, career: 11, coach: 4 })
}

/** The subscription of a person who stays until `endsAt`; it may lie ahead. */
export function addSubscription(scene: Scene, person: Person, plan: Plan, endsAt: number): void {
  const { sink, random, now } = scene
  const id = random.uuid()
  const paid = plan !== 'starter'
  const runs = endsAt > now
  const status = runs
    ? paid
      ? random.weighted({ active: 90, past_due: 7, unpaid: 3 })
      : 'active'
    : random.weighted({ canceled: 80, unpaid: 20 })
  const until = runs ? now : endsAt
  const periods = Math.floor((until - person.joinedAt) / MONTH)
  const from = person.joinedAt + periods * MONTH
  const changed = plan === 'career' && random.chance(0.3)
  const cancel = runs && status === 'active' && paid && random.chance(0.12)
  sink.add('public.subscriptions', {
    id,
    user_id: person.id,
    stripe_customer_id: paid ? `cus_${random.word(14, ALPHABET)}` : null,
    stripe_subscription_id: paid ? `sub_1${random.word(23, ALPHABET)}` : null,
    plan_name: plan,
    status,
    current_period_start: new Date(from),
    current_period_end: new Date(from + MONTH),
    cancel_at_period_end: cancel,
    created_at: new Date(person.joinedAt),
    updated_at: new Date(from),
  })
  happened(scene, person.id, 'subscription.started', { plan }, person.joinedAt)
  if (status === 'past_due') happened(scene, person.id, 'payment.failed', { plan }, from)
  if (!changed) return
  const was = { status: 'active', cancel_at_period_end: false }
  decided(scene, {
    type: 'subscription.changed',
    by: random.weighted(deciders),
    about: person.id,
    entity: ['subscriptions', id],
    details: {
      from: { plan_name: 'pro', ...was },
      to: { plan_name: plan, ...was },
      reason: random.pick(['Asked for it by e-mail.', 'Demandé au téléphone.', 'A month as an apology.']),
    },
    at: person.joinedAt + random.unit() * (until - person.joinedAt),
  })
}
