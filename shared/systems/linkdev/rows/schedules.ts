// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Work that comes again: each run makes a reminder. Active ones count against the plan. */
export interface SchedulesRow {
  readonly id: string
  readonly org_id: string
  readonly name: string
  readonly description: string | null
  readonly frequency: 'daily' | 'weekly' | 'monthly'
  /** Every how many days, weeks or months. */
  readonly every: number
  readonly is_active: boolean
  /** When the next reminder is made. */
  readonly next_run_at: string
  readonly last_run_at: string | null
  readonly created_by: string | null
  readonly created_at: string
  readonly updated_at: string
}
