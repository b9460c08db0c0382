import type { Layer, TestDatabase } from '#tests/support/database.ts'
import { createPglite } from '#tests/support/pglite.ts'
import { createDatabase } from '#tests/support/postgres.ts'

const layers: readonly Layer[] = ['platform', 'resumepilot']

/** Where the system must run: on the server, and in the mirror. */
export const databases: readonly { readonly engine: string; open(): Promise<TestDatabase> }[] = [
  { engine: 'Postgres', open: () => createDatabase({ layers }) },
  { engine: 'PGlite', open: () => createPglite({ layers }) },
]
