import type { Request } from '#shared/model/entry.ts'
import type { WorkspaceHandle } from '../context.ts'
import type { PlannedColumn } from './planned.ts'

export type Json = Extract<Request, { kind: 'insert' }>['values'][string]

/** A row as the database reads it: its values as they travel in a decision, and the columns that it can't read. */
export interface CastRow {
  readonly values: Readonly<Record<string, Json>>
  readonly wrong: readonly string[]
}

/** Has Postgres read the values of rows by the types of their columns. What was not given (undefined) stays away. */
export async function castValues(
  { reader }: WorkspaceHandle,
  columns: readonly PlannedColumn[],
  rows: readonly (readonly (string | null | undefined)[])[],
): Promise<CastRow[]> {
  const parts = columns.map(({ column }, at) => partsOf(column.kind, column.type, at))
  const readable = rows.map((cells) => cells.map((cell) => (isText(cell) ? (cell ?? null) : null)))
  const answer = await reader.read<{ values: string; wrong: boolean[] }>(
    `select to_jsonb(array[${parts.map(({ value }) => value).join(', ')}]::jsonb[])::text as values,
       array[${parts.map(({ wrong }) => wrong).join(', ')}]::boolean[] as wrong
     from jsonb_array_elements($1::jsonb) with ordinality given (cells, place)
     cross join lateral (select ${parts.map(({ literal }, at) => `${literal} as v${at}`).join(', ')}) v
     order by given.place`,
    [JSON.stringify(readable), columns.map(({ column }) => column.type)],
  )
  return answer.map(({ values, wrong }, place) => {
    const read = JSON.parse(values) as Json[]
    const given = rows[place] ?? []
    const own = columns.flatMap(({ column: { name, kind } }, at) =>
      given[at] === undefined ? [] : [[name, kind === 'boolean' && read[at] !== null ? read[at] === 'true' : read[at]]],
    )
    const isWrong = (at: number) => wrong[at] === true || !isText(given[at])
    return {
      values: Object.fromEntries(own) as CastRow['values'],
      wrong: columns.flatMap(({ column }, at) => (isWrong(at) ? [column.name] : [])),
    }
  })
}

/** The SQL for one column: its text as Postgres writes it, the value, and whether the text is none. */
function partsOf(kind: string, type: string, at: number) {
  const text = `(given.cells ->> ${at})`
  const valid = `pg_input_is_valid(v.v${at}, ($2::text[])[${at + 1}])`
  const literal =
    kind !== 'array'
      ? text
      : `case when ${text} like '[%' and pg_input_is_valid(${text}, 'jsonb')
          then (select coalesce(array_agg(part.value order by part.place), '{}')
            from jsonb_array_elements_text(${text}::jsonb) with ordinality part (value, place))::text
          else ${text} end`
  const typed =
    kind === 'json'
      ? `v.v${at}::jsonb`
      : kind === 'array'
        ? `to_jsonb((v.v${at}::${type})::text[])`
        : `to_jsonb((v.v${at}::${type})::text)`
  return {
    literal,
    value: `case when v.v${at} is not null and ${valid} then ${typed} end`,
    wrong: `v.v${at} is not null and not ${valid}`,
  }
}

/** What no database text holds, from a file that says it in a code. */
function isText(cell: string | null | undefined): boolean {
  return cell === null || cell === undefined || (cell.isWellFormed() && !cell.includes('\0'))
}
