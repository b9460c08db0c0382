// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Files on records. Their size counts against the plan. */
export interface AttachmentsRow {
  readonly id: string
  readonly org_id: string
  readonly record_id: string
  readonly file_name: string
  /** Path in the bucket "attachments": organisation/record/file. */
  readonly storage_path: string
  readonly mime_type: string
  /** Size of the file in bytes. */
  readonly size_bytes: string
  readonly uploaded_by: string | null
  readonly created_at: string
}
