import { fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import type { Sink } from './columns.ts'

export interface Plan {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string
  readonly audience: 'veteran' | 'recruiter'
  readonly interval: 'month' | 'quarter' | 'year' | 'once'
  /** Days of one period. */
  readonly days: number
  /** In the smallest unit. */
  readonly price: number
  readonly currency: 'INR' | 'EUR'
  readonly pitches: number
  readonly requests: number
  readonly isActive: boolean
  /** How many of a hundred subscribers of its audience have it. */
  readonly weight: number
}

const plan = (of: Omit<Plan, 'id' | 'isActive'> & { isActive?: boolean }): Plan => ({
  isActive: true,
  ...of,
  id: fixedId('service_plans', of.code),
})

const veteran = { audience: 'veteran', requests: 0, currency: 'INR' } as const
const recruiter = { audience: 'recruiter', pitches: 0 } as const

export const plans: readonly Plan[] = [
  plan({
    ...veteran,
    code: 'pitch-trial',
    name: 'Pitch, trial',
    description: 'One pitch for 14 days.',
    interval: 'once',
    days: 14,
    price: 0,
    pitches: 1,
    weight: 45,
  }),
  plan({
    ...veteran,
    code: 'pitch-month',
    name: 'Pitch, 30 days',
    description: 'One pitch, renewed each month.',
    interval: 'month',
    days: 30,
    price: 29_900,
    pitches: 1,
    weight: 30,
  }),
  plan({
    ...veteran,
    code: 'pitch-quarter',
    name: 'Pitch, 90 days',
    description: 'Two pitches and a priority place in searches.',
    interval: 'quarter',
    days: 90,
    price: 59_900,
    pitches: 2,
    weight: 20,
  }),
  plan({
    ...veteran,
    code: 'pitch-year',
    name: 'Pitch, year',
    description: 'As many pitches as wanted.',
    interval: 'year',
    days: 365,
    price: 149_900,
    pitches: -1,
    weight: 5,
  }),
  plan({
    ...recruiter,
    code: 'recruiter-start',
    name: 'Recruiter, start',
    description: 'Ten resume requests a month.',
    interval: 'month',
    days: 30,
    price: 249_900,
    currency: 'INR',
    requests: 10,
    weight: 55,
  }),
  plan({
    ...recruiter,
    code: 'recruiter-team',
    name: 'Recruiter, team',
    description: 'Fifty resume requests a month, for a team.',
    interval: 'month',
    days: 30,
    price: 799_900,
    currency: 'INR',
    requests: 50,
    weight: 25,
  }),
  plan({
    ...recruiter,
    code: 'recruiter-europe',
    name: 'Recruiter, Europe',
    description: 'Unlimited resume requests, billed in euros.',
    interval: 'quarter',
    days: 90,
    price: 24_900,
    currency: 'EUR',
    requests: -1,
    weight: 20,
  }),
  plan({
    ...recruiter,
    code: 'recruiter-beta',
    name: 'Recruiter, beta',
    description: 'No longer sold.',
    interval: 'month',
    days: 30,
    price: 99_900,
    currency: 'INR',
    requests: 5,
    isActive: false,
    weight: 0,
  }),
]

export function addPlans(sink: Sink, at: Date): void {
  for (const of of plans) {
    sink.add('public.service_plans', {
      id: of.id,
      code: of.code,
      name: of.name,
      description: of.description,
      audience: of.audience,
      billing_interval: of.interval,
      price_minor: of.price,
      currency: of.currency,
      max_active_pitches: of.pitches,
      max_resume_requests_per_month: of.requests,
      features: { priority: of.days >= 90, support: of.days >= 365 ? 'phone' : 'email' },
      tags: [of.audience, of.price === 0 ? 'free' : 'paid'],
      is_active: of.isActive,
      created_at: at,
      updated_at: of.isActive ? at : new Date(at.getTime() + 60 * DAY),
    })
  }
}
