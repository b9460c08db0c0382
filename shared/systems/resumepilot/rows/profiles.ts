// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What people say about themselves. */
export interface ProfilesRow {
  readonly id: string
  /** The account that it belongs to. */
  readonly user_id: string | null
  readonly full_name: string | null
  /** The work that the person does now. */
  readonly job_title: string | null
  readonly company: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
