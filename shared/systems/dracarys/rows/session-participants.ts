// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Who has registered for a live session, and whether they came. */
export interface SessionParticipantsRow {
  readonly id: string
  readonly session_id: string
  readonly user_id: string
  /** When the person entered the session. */
  readonly joined_at: string | null
  /** When the person left the session. */
  readonly left_at: string | null
  readonly attendance_status: 'registered' | 'attended' | 'missed' | 'waitlisted' | null
  /** 1 (poor) to 5 (very good). */
  readonly feedback_rating: number | null
  readonly feedback_text: string | null
  readonly created_at: string | null
}
