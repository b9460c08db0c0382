// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** The content of organisations. Its number counts against the plan. */
export interface RecordsRow {
  readonly id: string
  readonly org_id: string
  readonly record_type_id: string
  /** Values of the fields that the record's type has. */
  readonly data: unknown
  readonly created_by: string | null
  readonly created_at: string
  readonly updated_at: string
}
