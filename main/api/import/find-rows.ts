import type { WorkspaceHandle } from '../context.ts'
import { from, quoted } from '../rows/identifier.ts'
import type { CastRow } from './cast-values.ts'
import type { Planned } from './planned.ts'

/** A row of the table that a row of the file is about. */
export interface FoundRow {
  readonly key: Readonly<Record<string, string>>
  /** The columns in which the file has something else. */
  readonly differs: readonly string[]
}

/** The rows of the table that rows of a file are about, by the columns that tell them apart; null where there is none. */
export async function findRows(
  { reader }: WorkspaceHandle,
  { relation, columns, by }: Planned,
  rows: readonly CastRow['values'][],
): Promise<(FoundRow | null)[]> {
  if (by.length === 0) return rows.map(() => null)
  const typeOf = (name: string) => relation.columns.find((column) => column.name === name)?.type ?? 'text'
  const value = (name: string) => `(given.row ->> ${literal(name)})`
  const same = by.map((name) => `t.${quoted(name)} = ${value(name)}::${typeOf(name)}`)
  const differs = columns.map(({ column: { name, kind } }) => {
    const [here, there] =
      kind === 'json'
        ? [`t.${quoted(name)}::jsonb`, `nullif(given.row -> ${literal(name)}, 'null')`]
        : kind === 'array'
          ? [`to_jsonb(t.${quoted(name)}::text[])`, `nullif(given.row -> ${literal(name)}, 'null')`]
          : [`t.${quoted(name)}::text`, value(name)]
    return `case when given.row ? ${literal(name)} and ${here} is distinct from ${there} then ${literal(name)} end`
  })
  const found = await reader.read<{ place: number; key: string[]; differs: string[] }>(
    `select given.place::int as place, array[${relation.key.map((name) => `t.${quoted(name)}::text`).join(', ')}] as key,
       array_remove(array[${differs.join(', ')}]::text[], null) as differs
     from jsonb_array_elements($1::jsonb) with ordinality given (row, place)
     join ${from(relation)} t on ${same.join(' and ')}`,
    [JSON.stringify(rows)],
  )
  const byPlace = new Map(found.map((row) => [row.place - 1, row]))
  return rows.map((_, place) => {
    const row = byPlace.get(place)
    if (row === undefined) return null
    return { key: Object.fromEntries(relation.key.map((name, at) => [name, row.key[at] ?? ''])), differs: row.differs }
  })
}

/** A name of the catalogue as a text of SQL. */
function literal(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
