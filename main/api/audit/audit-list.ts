import type { z } from 'zod'
import type { audit } from '#shared/contract/audit.ts'
import type { Relation } from '#shared/contract/catalogue.ts'
import { searchTerms } from '#shared/lib/folded.ts'
import { foldedSql } from '../folded.ts'
import type { OrderedList, Window } from '../ordered-window.ts'
import { filterSql } from '../rows/filter-sql.ts'
import { type Query, Values } from '../sql.ts'
import { entryJoins } from './entry-sql.ts'

type AuditInput = Pick<z.output<(typeof audit.page)['input']>, 'filter' | 'search' | 'sort'>

const words = foldedSql(
  `concat_ws(' ', a.full_name, a.email, o.name, t.action, t.entity_type, t.old_values::text, t.new_values::text)`,
)

/** The log as a list, the newest entry first unless it is sorted otherwise. */
export function auditList(relation: Relation, { filter, search, sort }: AuditInput): OrderedList {
  const direction = sort[0]?.direction ?? 'desc'
  const query = (write: (where: string, values: Values) => string): Query => {
    const values = new Values()
    const sql = write(filterSql(relation, filter, values), values)
    return { sql, params: values.list }
  }
  return {
    name: JSON.stringify(['audit', filter, search, direction]),
    all: () =>
      query((where, values) => {
        const found = searchTerms(search).map((term) => `and position(${values.add(term)}::text in ${words}) > 0`)
        return `select string_agg(t.id::text, ',' order by t.created_at ${direction}, t.id ${direction}) as ids
          from public.audit_logs t ${entryJoins} where ${where} ${found.join(' ')}`
      }),
    byIndex:
      search.trim() === ''
        ? {
            window: (window, backwards) =>
              query((where, values) => windowSql(where, values, (direction === 'desc') === backwards, window)),
            count: () => query((where) => `select count(*)::int as count from public.audit_logs t where ${where}`),
          }
        : null,
  }
}

function windowSql(where: string, values: Values, up: boolean, { offset, limit }: Window): string {
  const way = up ? 'asc' : 'desc'
  return `select string_agg(id::text, ',' order by created_at ${way}, id ${way}) as ids from (
    select t.id, t.created_at from public.audit_logs t where ${where}
    order by t.created_at ${way}, t.id ${way} limit ${values.add(limit)} offset ${values.add(offset)}) page`
}
