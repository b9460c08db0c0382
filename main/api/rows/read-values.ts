import type { z } from 'zod'
import type { rows } from '#shared/contract/rows.ts'
import { searchTerms } from '#shared/lib/folded.ts'
import { catalogueOf, relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { foldedSql } from '../folded.ts'
import { Values } from '../sql.ts'
import { columnOf, from, quoted } from './identifier.ts'
import { labelsIn } from './labels.ts'
import { keySql, whereSql, wordsSql } from './list-sql.ts'
import { comparing } from './read-page.ts'

/** The values that a column has most often in a list. */
export async function readValues(
  handle: WorkspaceHandle,
  input: z.output<(typeof rows)['values']['input']>,
): Promise<z.output<(typeof rows)['values']['output']>> {
  const relation = await relationOf(handle, input.relation)
  const column = columnOf(relation, input.column, 'column')
  const values = new Values()
  const where = whereSql(relation, input, values)
  const found = await comparing(() =>
    handle.reader.read<{ value: string | null; rows: number }>(
      `select t.${quoted(column.name)}::text as value, count(*)::int as rows from ${from(relation)} t where ${where}
       group by 1 order by 2 desc, 1 limit ${values.add(input.limit)}`,
      values.list,
    ),
  )
  const keys = found.flatMap(({ value }) => value ?? [])
  const labels = await labelsIn(handle, await catalogueOf(handle), column, keys)
  return found.map((row) => ({ ...row, label: row.value === null ? null : (labels[row.value] ?? null) }))
}

/** Rows to choose one from: those whose words hold what was typed, in the order of their names. */
export async function readChoices(
  handle: WorkspaceHandle,
  input: z.output<(typeof rows)['choices']['input']>,
): Promise<z.output<(typeof rows)['choices']['output']>> {
  const relation = await relationOf(handle, input.relation)
  const [first] = relation.key
  if (first === undefined) return []
  const values = new Values()
  const found = searchTerms(input.search).map(
    (term) => `position(${values.add(term)}::text in ${wordsSql(relation)}) > 0`,
  )
  const name = relation.name === null ? keySql(relation) : `t.${quoted(relation.name)}::text`
  return handle.reader.read(
    `select ${keySql(relation)} as key, t.${quoted(first)}::text as value, coalesce(${name}, '') as label
     from ${from(relation)} t where ${['true', ...found].join(' and ')}
     order by ${foldedSql(name)}, 2 limit ${values.add(input.limit)}`,
    values.list,
  )
}
