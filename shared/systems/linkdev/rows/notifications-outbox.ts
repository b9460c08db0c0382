// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What people and other programs are to be told: a worker sends it. */
export interface NotificationsOutboxRow {
  readonly id: string
  readonly org_id: string | null
  /** Who is told; empty for all owners of the organisation. */
  readonly user_id: string | null
  /** What has happened: member.invited, subscription.plan_changed, … */
  readonly event: string
  /** Words for the text. */
  readonly payload: unknown
  readonly status: 'pending' | 'delivered' | 'failed' | 'dismissed'
  /** How often sending it was tried. */
  readonly attempts: number
  /** Why the last try failed. */
  readonly error: string | null
  readonly delivered_at: string | null
  readonly created_at: string
  readonly updated_at: string
}
