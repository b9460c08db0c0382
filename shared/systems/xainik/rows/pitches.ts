// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ModerationStatus } from './enums.ts'

/** Veterans present themselves to recruiters. */
export interface PitchesRow {
  readonly id: string
  readonly user_id: string
  readonly title: string
  readonly pitch_text: string
  readonly skills: readonly string[]
  readonly job_type: 'full_time' | 'part_time' | 'contract' | 'remote' | 'volunteer'
  readonly location: string | null
  /** How soon the veteran can start. */
  readonly availability: 'now' | '30_days' | '60_days' | '90_days'
  /** Years of experience, service included. */
  readonly experience_years: number | null
  readonly linkedin_url: string | null
  /** Where the resume lies; recruiters get it by a resume request only. */
  readonly resume_url: string | null
  /** Off: the veteran has taken it down. */
  readonly is_active: boolean
  /** Whether the public sees it. */
  readonly moderation_status: ModerationStatus
  /** Why it is hidden, as the author is told. */
  readonly moderation_reason: string | null
  /** The decision that set the status; its activity entry carries the same id. */
  readonly moderation_id: string | null
  /** Who decided last. */
  readonly moderated_by: string | null
  readonly moderated_at: string | null
  /** Counted from 1; goes up with every edit of the author. */
  readonly content_version: number
  readonly created_at: string
  readonly updated_at: string
}
