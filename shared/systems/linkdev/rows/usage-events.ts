// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Every use of something that a plan limits, as it happened. */
export interface UsageEventsRow {
  readonly id: string
  readonly org_id: string
  readonly user_id: string | null
  readonly event_type: 'record_created' | 'api_call' | 'automation_run' | 'storage_used' | 'schedule_executed' | 'ai_tokens_used' | 'user_active'
  /** How much: calls, tokens, bytes, by type. */
  readonly quantity: string
  readonly metadata: unknown
  readonly created_at: string
}
