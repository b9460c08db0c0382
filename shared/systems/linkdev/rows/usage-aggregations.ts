// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Use by day and by month (UTC), one row for each person, rolled up by a job. */
export interface UsageAggregationsRow {
  readonly id: string
  readonly org_id: string
  /** Who used it; empty for what no person did. */
  readonly user_id: string | null
  readonly event_type: 'record_created' | 'api_call' | 'automation_run' | 'storage_used' | 'schedule_executed' | 'ai_tokens_used' | 'user_active'
  readonly period_type: 'daily' | 'monthly'
  readonly period_start: string
  readonly period_end: string
  /** Sum of the quantities. */
  readonly total: string
  /** Number of events. */
  readonly event_count: string
  readonly created_at: string
  readonly updated_at: string
}
