// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Notes about a veteran on a recruiter's file. The veteran does not see them. */
export interface RecruiterNotesRow {
  readonly id: string
  /** The recruiter on whose file the note is. */
  readonly recruiter_user_id: string
  /** The veteran whom it is about. */
  readonly user_id: string
  readonly resume_request_id: string | null
  /** Who wrote it: the recruiter, or staff on their behalf. */
  readonly author_user_id: string | null
  readonly note: string
  readonly created_at: string
  readonly updated_at: string
}
