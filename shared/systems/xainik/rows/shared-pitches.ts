// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ModerationStatus } from './enums.ts'

/** Links by which a pitch can be read without an account. */
export interface SharedPitchesRow {
  readonly id: string
  /** Who made the link. */
  readonly user_id: string
  readonly pitch_id: string
  /** The secret part of the link. */
  readonly share_token: string
  /** What stands above the pitch when the link is opened. */
  readonly message: string | null
  /** How often the link was opened. */
  readonly view_count: number
  /** The link stops working at this time; empty: never. */
  readonly expires_at: string | null
  /** Off: the link was withdrawn. */
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
