import type { Loader } from '../database/database.ts'

/** Characters of one COPY: large enough to be quick, small enough to hold. */
const BATCH = 6_000_000

export type Value = string | number | boolean | Date | null | readonly string[] | Readonly<Record<string, unknown>>

/** A row as a generator writes it: columns of its table alone, and for a column of fixed words one of these. */
type Given<Rows, Table> = Table extends keyof Rows
  ? { readonly [Column in keyof Rows[Table]]?: Fitting<Rows[Table][Column]> | undefined }
  : Readonly<Record<string, Value | undefined>>

type Fitting<Held> = Held extends string ? (string extends Held ? Exclude<Value, boolean> : Held) : Value

/** Collects rows of many tables and brings them into the database in batches: never all of them are in memory. */
export class RowSink<Table extends string, Rows> {
  readonly #loader: Loader
  readonly #columns: Readonly<Record<Table, readonly string[]>>
  readonly #waiting = new Map<Table, string[]>()
  #size = 0
  #rows = 0

  constructor(loader: Loader, columns: Readonly<Record<Table, readonly string[]>>) {
    this.#loader = loader
    this.#columns = columns
  }

  get rows(): number {
    return this.#rows
  }

  /** Values by column name; a column that is not named is null. */
  add<Name extends Table>(table: Name, row: Given<Rows, Name>): void {
    const values = row as Readonly<Record<string, Value | undefined>>
    const line = `${this.#columns[table].map((column) => copyText(values[column] ?? null)).join('\t')}\n`
    const lines = this.#waiting.get(table)
    if (lines) lines.push(line)
    else this.#waiting.set(table, [line])
    this.#size += line.length
    this.#rows++
  }

  async flushWhenFull(): Promise<void> {
    if (this.#size > BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    for (const [table, lines] of this.#waiting) await this.#loader.copy(table, this.#columns[table], lines.join(''))
    this.#waiting.clear()
    this.#size = 0
  }
}

function copyText(value: Value): string {
  if (value === null) return '\\N'
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return protect(value)
  if (typeof value !== 'object') return String(value)
  // Arrays hold words of an enum or a short list of names: nothing in them needs quotes.
  return Array.isArray(value) ? `{${value.join(',')}}` : protect(JSON.stringify(value))
}

function protect(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text
}
