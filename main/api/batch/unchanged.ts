import { isDatabaseError } from '#main/mirror/refusal.ts'
import type { Column, Relation } from '#shared/contract/catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { byKeysSql } from '../rows/by-keys.ts'
import { quoted } from '../rows/identifier.ts'
import { keySql } from '../rows/list-sql.ts'

/** Of some rows, those that have a value already: as the column's own type writes both. */
export async function unchangedKeys(
  handle: WorkspaceHandle,
  relation: Relation,
  { name, type }: Column,
  value: unknown,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const column = quoted(name)
  const { sql, params } = byKeysSql(relation, `${keySql(relation)} as key`, keys, (values) => {
    const given = values.add(JSON.stringify({ [name]: value }))
    return `to_jsonb(t.${column}) is not distinct from
      (select to_jsonb(given.${column}) from jsonb_to_record(${given}::jsonb) given (${column} ${type}))`
  })
  try {
    const found = await handle.reader.read<{ key: string }>(sql, params)
    return new Set(found.map(({ key }) => key))
  } catch (error) {
    // No value of this type is the value of any row; whoever tries to set it hears why.
    if (!isDatabaseError(error) || !error.code.startsWith('22')) throw error
    return new Set()
  }
}
