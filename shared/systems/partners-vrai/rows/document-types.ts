// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Kinds of documents that clients are asked for. */
export interface DocumentTypesRow {
  readonly id: string
  readonly code: string
  readonly label: string
  readonly description: string | null
  /** File types that may be uploaded, as MIME types. */
  readonly accepted_mime_types: readonly string[]
  readonly created_at: string
}
