import type { Relation } from '#shared/contract/catalogue.ts'
import type { SortBy } from '#shared/contract/rows.ts'
import { type Query, Values } from '../sql.ts'
import { from, quoted } from './identifier.ts'
import { keySql, type ListInput, orderSql, whereSql } from './list-sql.ts'

/** The keys of a list, in its order. */
export function keysSql(relation: Relation, list: ListInput & { readonly sort: readonly SortBy[] }): Query {
  const values = new Values()
  const where = whereSql(relation, list, values)
  const order = orderSql(relation, list.sort)
  return {
    sql: `select ${keySql(relation)} as key from ${from(relation)} t where ${where} order by ${order}`,
    params: values.list,
  }
}

/**
 * Rows `t` by their keys, in the order of the keys; of one that is not there, nothing.
 * @param condition what must hold of a row besides
 */
export function byKeysSql(
  relation: Relation,
  select: string,
  keys: readonly string[],
  condition: (values: Values) => string = () => 'true',
): Query {
  const values = new Values()
  // Key texts are JSON already.
  const wanted = `jsonb_array_elements(${values.add(`[${keys.join(',')}]`)}::jsonb) with ordinality wanted (key, place)`
  const same = relation.key.map((name, at) => `t.${quoted(name)} = ${keyPart(relation, name, at)}`).join(' and ')
  return {
    sql: `select ${select} from ${wanted} join ${from(relation)} t on ${same}
      where ${condition(values)} order by wanted.place`,
    params: values.list,
  }
}

/** The condition that a row `t` is one of these keys. */
export function keyIsOneOf(relation: Relation, keys: readonly string[], values: Values): string {
  const names = relation.key.map((name) => `t.${quoted(name)}`).join(', ')
  const parts = relation.key.map((name, at) => keyPart(relation, name, at)).join(', ')
  return `(${names}) in (select ${parts} from jsonb_array_elements(${values.add(`[${keys.join(',')}]`)}::jsonb) wanted (key))`
}

function keyPart({ columns }: Relation, name: string, at: number): string {
  return `(wanted.key ->> ${at})::${columns.find((column) => column.name === name)?.type ?? 'text'}`
}
