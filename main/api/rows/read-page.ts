import type { z } from 'zod'
import { isDatabaseError } from '#main/mirror/refusal.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { rows, TableRow } from '#shared/contract/rows.ts'
import { catalogueOf, relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { quickCount } from './count.ts'
import { columnOf } from './identifier.ts'
import { labelsFor } from './labels.ts'
import { windowSql } from './list-sql.ts'
import { rowMarks } from './row-marks.ts'

type Schemas = (typeof rows)['page']

/** A window of any relation, as the person sees it. */
export async function readPage(
  handle: WorkspaceHandle,
  input: z.output<Schemas['input']>,
): Promise<z.output<Schemas['output']>> {
  const relation = await relationOf(handle, input.relation)
  const columns = input.columns?.map((name) => columnOf(relation, name, 'columns')) ?? relation.columns
  const { total, exact } = await quickCount(handle, relation, input)
  // From the nearer end, where it is known.
  const size = exact ? Math.max(0, Math.min(input.limit, total - input.offset)) : input.limit
  const backwards = exact && input.offset > total / 2
  const offset = backwards ? Math.max(0, total - input.offset - size) : input.offset
  const query = windowSql(relation, input, columns, { offset, limit: size, sort: input.sort, backwards })
  const found = await handle.reader.read<{ key: string | null; cells: (string | null)[] }>(query.sql, query.params)
  if (backwards) found.reverse()
  const marks = await rowMarks(handle, relation)
  const page: TableRow[] = found.map(({ key, cells }) => ({
    key,
    cells: Object.fromEntries(columns.map(({ name }, at) => [name, cells[at] ?? null])),
    mark: (key !== null && marks.get(key)) || null,
  }))
  const labels = await labelsFor(handle, await catalogueOf(handle), { key: relation.key, columns }, page)
  return { rows: page, labels, total, exact }
}

/**
 * A value in a filter that its column can't hold is the person's to mend.
 * @throws OutpostError `bad_request` on `filter`
 */
export async function comparing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isDatabaseError(error) || !error.code.startsWith('22')) throw error
    throw new OutpostError('bad_request', `The filter does not fit: ${error.message}`, {
      field: 'filter',
      cause: error,
    })
  }
}
