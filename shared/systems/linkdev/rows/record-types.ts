// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Kinds of records that an organisation has made for itself. */
export interface RecordTypesRow {
  readonly id: string
  readonly org_id: string
  /** A short name that never changes. */
  readonly key: string
  readonly display_name: string
  readonly description: string | null
  /** The fields that its records have. */
  readonly config: unknown
  readonly created_by: string | null
  readonly created_at: string
  readonly updated_at: string
}
