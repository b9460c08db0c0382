// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What each plan allows: eight limits and one set of switches for each. */
export interface PlanFeaturesRow {
  readonly id: string
  readonly plan_name: 'free' | 'pro' | 'business' | 'enterprise'
  readonly feature_key: 'max_records' | 'max_api_calls_per_month' | 'max_automations' | 'max_storage_gb' | 'max_mau' | 'max_schedules' | 'max_ai_tokens_per_month' | 'max_seats' | 'features'
  /** {"limit": 100}, where -1 is unlimited; for the key features, switches: {"sso": true}. */
  readonly feature_value: unknown
  readonly created_at: string
  readonly updated_at: string
}
