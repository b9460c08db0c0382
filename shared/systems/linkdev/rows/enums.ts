// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type PricingPlanInterval = 'day' | 'week' | 'month' | 'year'

export type PricingType = 'one_time' | 'recurring'

export type SubscriptionStatus = 'trialing' | 'active' | 'past_due' | 'unpaid' | 'paused' | 'incomplete' | 'incomplete_expired' | 'canceled'
