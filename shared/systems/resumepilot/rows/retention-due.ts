// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { RetentionKind } from './enums.ts'

/** What has been kept long enough, by table. A console counts the rows that it holds; a purge takes all that the server has. */
export interface RetentionDueRow {
  /** What is purged together: interviews after 2 years, usage after 1 year, events after 90 days. */
  readonly kind: RetentionKind | null
  readonly table_name: string | null
  /** What is older is due. */
  readonly due_before: string | null
  /** Turns go with their interview. */
  readonly due_rows: string | null
}
