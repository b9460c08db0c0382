// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Steps that products are made of. */
export interface StepsRow {
  readonly id: string
  /** A short name that never changes. */
  readonly code: string
  readonly label: string
  readonly description: string | null
  readonly created_at: string
}
