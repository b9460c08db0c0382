// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Workshops, questions and answers, and presentations at a fixed time. */
export interface LiveSessionsRow {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly host_id: string
  readonly session_type: 'workshop' | 'q&a' | 'presentation' | null
  readonly scheduled_at: string
  readonly duration: string
  /** How many can take part; -1 or empty: any number. Who comes later waits. */
  readonly max_participants: number | null
  /** Who has registered and does not wait for a place. The database keeps it. */
  readonly current_participants: number | null
  readonly meeting_url: string | null
  readonly recording_url: string | null
  readonly is_recorded: boolean | null
  readonly status: 'scheduled' | 'live' | 'ended' | 'cancelled' | null
  /** What a learner needs: {"min_level", "required_lessons"}. */
  readonly prerequisites: unknown | null
  readonly tags: readonly string[] | null
  /** What else is known, such as the reason of a cancellation. */
  readonly metadata: unknown | null
  readonly created_at: string | null
  readonly updated_at: string | null
}
