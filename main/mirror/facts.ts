import type { PGlite, Transaction } from './database.ts'

/** What the mirror remembers about itself. */
export type Fact =
  | 'cursor'
  | 'epoch'
  | 'server'
  | 'visibility'
  | 'person'
  | 'rows'
  | 'ready'
  | 'server_schema'
  | 'left_out'
  /** What is kept of each table; the server's clock when the cut was read; how many rows its tables had, about. */
  | 'scope'
  | 'now'
  | 'server_rows'
  /** Rows and decisions that came or went since the last sweep. */
  | 'moved'

export async function readFacts(database: PGlite | Transaction): Promise<Partial<Record<Fact, string>>> {
  const { rows } = await database.query<{ name: Fact; value: string }>('select name, value from outpost.facts')
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

export async function setFact(database: PGlite | Transaction, name: Fact, value: string): Promise<void> {
  await database.query(
    'insert into outpost.facts values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, value],
  )
}
