import { createPglite } from '#tests/support/pglite.ts'
import { createDatabase } from '#tests/support/postgres.ts'

/** What the sync SQL runs on: a project's Postgres, and PGlite, as a demo cloud and as the mirror. */
export const engines = [
  ['Postgres', createDatabase],
  ['PGlite', createPglite],
] as const

export type OpenDatabase = (typeof engines)[number][1]
