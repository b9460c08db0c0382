import { randomUUID } from 'node:crypto'
import type { BatchWork } from '#shared/contract/batch.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { ActionManifest } from '#shared/systems/manifest.ts'
import type { WorkspaceHandle } from '../context.ts'
import { byKeysSql } from '../rows/by-keys.ts'
import { filterSql } from '../rows/filter-sql.ts'
import { columnOf } from '../rows/identifier.ts'
import { jsonText } from '../rows/json-text.ts'
import { cellSql, keySql } from '../rows/list-sql.ts'
import type { RowDecision } from './decisions.ts'

type Call = Extract<BatchWork, { kind: 'call' }>

/**
 * An action of the manifest called on each of some rows: what the row fills in is its own, the rest the same for all.
 * @throws OutpostError `bad_request` when it is none of the actions on this table
 */
export async function callsOn(
  handle: WorkspaceHandle,
  relation: Relation,
  work: Call,
  keys: readonly string[],
): Promise<RowDecision[]> {
  const action = handle.manifest.actions[work.function]
  if (action?.on === undefined || `public.${action.on.table}` !== relation.relation) {
    throw new OutpostError('bad_request', `${work.function} is no action on rows of ${relation.relation}.`, {
      field: 'work.function',
    })
  }
  const filledIn = await filledInFor(handle, relation, action, keys)
  return keys.map((key) => {
    const own = filledIn.get(key)
    if (own === undefined) return { key, problem: notOffered() }
    const args = { ...own, ...madeFor(action), ...work.args }
    return { key, trial: { request: { kind: 'call', function: work.function, args }, seen: null } }
  })
}

/** The arguments that the rows fill in; only for those on which the action is offered. */
async function filledInFor(
  handle: WorkspaceHandle,
  relation: Relation,
  { on, args = {} }: ActionManifest,
  keys: readonly string[],
): Promise<Map<string, Call['args']>> {
  const filled = Object.entries(args).flatMap(([name, { from }]) =>
    from === undefined ? [] : [{ name, column: columnOf(relation, from, 'work.function') }],
  )
  const cells = filled.map(({ column }) => cellSql(column, true)).join(', ')
  const { sql, params } = byKeysSql(
    relation,
    `${keySql(relation)} as key, array[${cells}]::text[] as cells`,
    keys,
    (values) => filterSql(relation, on?.when ?? null, values),
  )
  const rows = await handle.reader.read<{ key: string; cells: (string | null)[] }>(sql, params)
  return new Map(
    rows.map((row) => [
      row.key,
      Object.fromEntries(
        filled.map(({ name, column }, at) => [name, JSON.parse(jsonText(column, row.cells[at] ?? null))]),
      ),
    ]),
  )
}

/** A new id for each row where the console makes one up, so that both sides make the same row. */
function madeFor({ args = {} }: ActionManifest): Call['args'] {
  const made = Object.entries(args).filter(([, { as }]) => as === 'made')
  return Object.fromEntries(made.map(([name]) => [name, randomUUID()]))
}

function notOffered() {
  return new OutpostError('refused', 'This can’t be done with this row as it is now.', {
    reason: 'batch.not_offered',
  }).problem
}
