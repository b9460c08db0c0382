// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Changes of this database's structure, in the order in which they were applied. */
export interface MigrationAuditRow {
  readonly id: string
  /** The file of the change, without its ending. */
  readonly migration_name: string
  /** What the change did, in a sentence. */
  readonly description: string
  /** The database role that applied it. */
  readonly applied_by: string
  readonly applied_at: string
}
