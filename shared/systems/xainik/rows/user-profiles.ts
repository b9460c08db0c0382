// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What is known about somebody in each of their roles; one person may have several. */
export interface UserProfilesRow {
  readonly id: string
  readonly user_id: string
  /** veteran, recruiter, supporter, company, or any later kind. */
  readonly profile_type: string
  /** Details, by kind: rank and branch, or company and industry. */
  readonly profile_data: unknown
  /** Off: kept, but not shown to others. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}
