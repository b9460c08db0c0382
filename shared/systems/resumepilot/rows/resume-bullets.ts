// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Lines for a resume, made from one answer. */
export interface ResumeBulletsRow {
  readonly id: string
  readonly user_id: string | null
  readonly question: string
  /** The answer that they were made from. */
  readonly transcript: string
  readonly bullets: unknown
  /** The job that they are meant for. */
  readonly role: string | null
  /** How long the person has worked, in their own words. */
  readonly experience: string | null
  readonly created_at: string | null
}
