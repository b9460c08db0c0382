// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Documents that wait for a review. Order by waiting_since, document_id: an index holds that order. */
export interface PendingReviewsRow {
  readonly document_id: string | null
  readonly version_id: string | null
  readonly version: number | null
  readonly document_type: string | null
  readonly dossier_id: string | null
  readonly dossier_reference: string | null
  readonly assigned_to: string | null
  readonly user_id: string | null
  readonly user_name: string | null
  readonly file_url: string | null
  readonly uploaded_at: string | null
  readonly waiting_since: string | null
}
