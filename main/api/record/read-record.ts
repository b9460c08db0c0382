import type { z } from 'zod'
import type { Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Related, record } from '#shared/contract/record.ts'
import { catalogueOf, relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { from } from '../rows/identifier.ts'
import { keyIs } from '../rows/key.ts'
import { labelsFor } from '../rows/labels.ts'
import { cellSql, keySql } from '../rows/list-sql.ts'
import { comparing } from '../rows/read-page.ts'
import { rowMarks } from '../rows/row-marks.ts'
import { Values } from '../sql.ts'
import { fieldMarks } from './field-marks.ts'
import { countRelated } from './related.ts'

type Schemas = (typeof record)['get']

/** @throws OutpostError `not_found` */
export async function readRecord(
  handle: WorkspaceHandle,
  input: z.output<Schemas['input']>,
): Promise<z.output<Schemas['output']>> {
  const relation = await relationOf(handle, input.relation)
  const cells = await comparing(() => readCells(handle, relation, input.key))
  const row = { key: input.key, cells, mark: (await rowMarks(handle, relation)).get(input.key) ?? null }
  const related: Related[] = []
  for (const reference of relation.referencedBy) related.push(await countRelated(handle, reference, cells))
  return {
    ...row,
    labels: await labelsFor(handle, await catalogueOf(handle), relation, [row]),
    marks: await fieldMarks(handle, relation, input.key),
    title: titleOf(relation, cells),
    related,
  }
}

/** A row by the words that people know it by, else by its key. */
export function titleOf({ name, key }: Relation, cells: Readonly<Record<string, string | null>>): string {
  const words = name === null ? null : cells[name]
  return words || key.map((column) => cells[column] ?? '').join(' · ')
}

async function readCells(
  handle: WorkspaceHandle,
  relation: Relation,
  key: string,
): Promise<Record<string, string | null>> {
  const values = new Values()
  const list = relation.columns.map((column) => cellSql(column, true)).join(', ')
  const [found] = await handle.reader.read<{ key: string; cells: (string | null)[] }>(
    `select ${keySql(relation)} as key, array[${list}]::text[] as cells from ${from(relation)} t
     where ${keyIs(relation, key, values)}`,
    values.list,
  )
  if (found) return Object.fromEntries(relation.columns.map(({ name }, at) => [name, found.cells[at] ?? null]))
  throw new OutpostError('not_found', 'This row is not here any more, or you may not see it.', { field: 'key' })
}
