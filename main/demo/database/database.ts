import type { Connection } from '@supabase/lite'

export type Row = Record<string, unknown>

/** One session inside one transaction, for bringing rows in. */
export interface Loader {
  /** Runs a script of any number of statements. */
  run(script: string): Promise<void>
  query(text: string, params?: readonly unknown[]): Promise<Row[]>
  /** Appends rows in COPY's text format. `rows` ends with a line break. */
  copy(table: string, columns: readonly string[], rows: string): Promise<void>
}

/** The database of the demo cloud: PGlite in this process, or a Postgres server. Everything here is done as superuser. */
export interface Database {
  /** What the Supabase server works through. */
  readonly connection: Connection
  query(text: string, params?: readonly unknown[]): Promise<Row[]>
  run(script: string): Promise<void>
  /** All that `work` does is kept, or nothing. */
  transact<T>(work: (loader: Loader) => Promise<T>): Promise<T>
  /** Lets one request of the server in: alone where the database knows only one session. */
  admit<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}
