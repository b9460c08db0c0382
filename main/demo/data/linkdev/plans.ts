/** The limits that the generator plays with; the database has them from its own migration. */
export type Plan = 'free' | 'pro' | 'business' | 'enterprise'

export interface Limits {
  readonly seats: number
  readonly api_call: number
  readonly automation_run: number
  readonly ai_tokens_used: number
}

export const limits: Readonly<Record<Plan, Limits>> = {
  free: { seats: 1, api_call: 1_000, automation_run: 10, ai_tokens_used: 10_000 },
  pro: { seats: 5, api_call: 50_000, automation_run: 500, ai_tokens_used: 1_000_000 },
  business: { seats: 50, api_call: 500_000, automation_run: 5_000, ai_tokens_used: 10_000_000 },
  enterprise: { seats: 400, api_call: 4_000_000, automation_run: 40_000, ai_tokens_used: 90_000_000 },
}
