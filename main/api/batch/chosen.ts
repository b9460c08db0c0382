import { BATCH_MOST, type BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { WorkspaceHandle } from '../context.ts'
import { keysSql } from '../rows/by-keys.ts'
import { keyParts } from '../rows/key.ts'
import type { ListInput } from '../rows/list-sql.ts'
import { comparing } from '../rows/read-page.ts'

/**
 * The keys of the rows that a batch is about, each once.
 * @throws OutpostError `bad_request` on the rows, when they have no keys or are too many
 */
export async function chosenKeys(handle: WorkspaceHandle, relation: Relation, work: BatchWork): Promise<string[]> {
  if (relation.key.length === 0) {
    throw new OutpostError('bad_request', 'Rows of a view have no key, so they can’t be changed.', {
      field: 'relation',
      reason: 'batch.no_key',
    })
  }
  const keys = work.kind === 'cells' ? work.rows.map(({ key }) => key) : work.rows.keys
  const list = work.kind === 'cells' ? { filter: null, search: '' } : work.rows
  const found = keys ?? (await comparing(() => keysOfList(handle, relation, list)))
  for (const key of found) keyParts(relation, key)
  if (found.length <= BATCH_MOST) return [...new Set(found)]
  throw new OutpostError('bad_request', `These are ${found.length} rows. At most ${BATCH_MOST} are changed at once.`, {
    field: 'work.rows',
    reason: 'batch.too_many',
    params: { count: found.length, most: BATCH_MOST },
  })
}

async function keysOfList(handle: WorkspaceHandle, relation: Relation, list: ListInput): Promise<string[]> {
  const { sql, params } = keysSql(relation, { ...list, sort: [] })
  return (await handle.reader.read<{ key: string }>(sql, params)).map(({ key }) => key)
}
