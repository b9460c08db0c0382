// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What somebody is to be reminded of, and whether it is done. */
export interface RemindersRow {
  readonly id: string
  readonly org_id: string
  readonly record_id: string | null
  /** The schedule that made it; empty when a person did. */
  readonly schedule_id: string | null
  readonly title: string
  readonly notes: string | null
  readonly priority: 'low' | 'normal' | 'high'
  /** sent: the person was told. completed: it is done. */
  readonly status: 'pending' | 'sent' | 'completed' | 'cancelled'
  readonly due_at: string
  readonly assigned_to: string | null
  readonly created_by: string | null
  readonly sent_at: string | null
  readonly completed_at: string | null
  readonly completed_by: string | null
  readonly created_at: string
  readonly updated_at: string
}
