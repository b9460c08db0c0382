// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Pitches as anybody may read them: approved, active, and without the resume. */
export interface PublicPitchesRow {
  readonly id: string | null
  readonly user_id: string | null
  readonly full_name: string | null
  readonly title: string | null
  readonly pitch_text: string | null
  readonly skills: readonly string[] | null
  readonly job_type: string | null
  readonly location: string | null
  readonly availability: string | null
  readonly experience_years: number | null
  readonly linkedin_url: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
