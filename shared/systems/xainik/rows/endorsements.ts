// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ModerationStatus } from './enums.ts'

/** What others say about a veteran. */
export interface EndorsementsRow {
  readonly id: string
  /** The veteran who is endorsed. */
  readonly user_id: string
  /** Empty when the endorser has no account any more. */
  readonly endorser_user_id: string | null
  readonly endorser_name: string
  /** How the endorser knows the veteran. */
  readonly relationship: string | null
  readonly endorsement_text: string
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
