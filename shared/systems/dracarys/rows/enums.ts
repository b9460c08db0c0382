// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type SubscriptionStatus = 'active' | 'past_due' | 'canceled' | 'unpaid' | 'trialing'
