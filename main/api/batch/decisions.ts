import type { Trial } from '#main/mirror/rehearse.ts'
import type { BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { WorkspaceHandle } from '../context.ts'
import { columnOf } from '../rows/identifier.ts'
import { keyParts } from '../rows/key.ts'
import { seenText } from '../rows/seen-text.ts'
import { callsOn } from './calls.ts'
import { unchangedKeys } from './unchanged.ts'

/** What is to be done with one row: something, nothing since it is so already, or nothing since it can't be. */
export type RowDecision =
  | { readonly key: string; readonly trial: Trial }
  | { readonly key: string; readonly unchanged: true }
  | { readonly key: string; readonly problem: Problem }

/**
 * The decisions for some rows of a batch, one for each key.
 * @throws OutpostError `bad_request` on the field that names what is not there
 */
export async function decisionsFor(
  handle: WorkspaceHandle,
  relation: Relation,
  work: BatchWork,
  keys: readonly string[],
): Promise<RowDecision[]> {
  const name = relation.relation
  switch (work.kind) {
    case 'cells': {
      const rows = new Map(work.rows.map((row) => [row.key, row]))
      return keys.flatMap((key) => {
        const row = rows.get(key)
        if (row === undefined) return []
        const seen = seenText(relation, row.set, row.seen, 'work.rows')
        return [
          {
            key,
            trial: { request: { kind: 'update', relation: name, key: keyOf(relation, key), set: row.set }, seen },
          },
        ]
      })
    }
    case 'set': {
      const column = columnOf(relation, work.column, 'work.column')
      const unchanged = await unchangedKeys(handle, relation, column, work.value, keys)
      const set = { [column.name]: work.value }
      return keys.map((key) =>
        unchanged.has(key)
          ? { key, unchanged: true }
          : { key, trial: { request: { kind: 'update', relation: name, key: keyOf(relation, key), set }, seen: null } },
      )
    }
    case 'delete':
      return keys.map((key) => ({
        key,
        trial: { request: { kind: 'delete', relation: name, key: keyOf(relation, key) }, seen: null },
      }))
    case 'call':
      return callsOn(handle, relation, work, keys)
  }
}

function keyOf(relation: Relation, key: string): Record<string, string> {
  const parts = keyParts(relation, key)
  return Object.fromEntries(relation.key.map((name, at) => [name, parts[at] ?? '']))
}
