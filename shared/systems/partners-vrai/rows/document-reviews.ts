// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ReviewStatus } from './enums.ts'

/** Decisions about versions of documents. Never changed: a later one may replace an earlier. */
export interface DocumentReviewsRow {
  readonly id: string
  readonly document_id: string
  readonly document_version_id: string
  readonly reviewer_id: string
  readonly status: ReviewStatus
  /** What the client is told; a rejection always has one. */
  readonly comment: string | null
  /** The earlier decision on the same version that this one replaces. */
  readonly replaces_review_id: string | null
  readonly reviewed_at: string
}
