import type { z } from 'zod'
import type { dossierColumn, dossiers } from '#shared/contract/dossiers.ts'
import { searchTerms } from '#shared/lib/folded.ts'
import { foldedSql } from './folded.ts'
import type { OrderedList, Window } from './ordered-window.ts'
import { type Query, Values } from './sql.ts'

type DossierInput = z.output<(typeof dossiers.page)['input']>
type Column = z.infer<typeof dossierColumn>

const orders: Record<Column, string> = {
  reference: 'd.reference',
  client: 'who.client',
  product: 'product.words',
  status: 'd.status',
  assignee: 'holder.words',
  createdAt: 'd.created_at',
  updatedAt: 'd.updated_at',
}

/** Orders that an index has. */
const indexed: ReadonlySet<Column> = new Set(['reference', 'createdAt', 'updatedAt'])

/** The dossiers as a list: those that changed last come first unless it is sorted otherwise. */
export function dossierList(input: DossierInput): OrderedList {
  const { search, statuses, mine } = input
  const sort = input.sort.length > 0 ? input.sort : [{ column: 'updatedAt' as const, direction: 'desc' as const }]
  const [first] = sort
  const inIndex = first && sort.length === 1 && indexed.has(first.column) && search.trim() === ''
  return {
    name: JSON.stringify(['dossiers', search, sort, statuses, mine]),
    all: () => all(input, sort),
    byIndex: inIndex
      ? {
          window: (window, backwards) => {
            const direction = (first.direction === 'desc') === backwards ? 'asc' : 'desc'
            return byIndex(input, first.column, direction, window)
          },
          count: () => {
            const values = new Values()
            const sql = `select count(*)::int as count from dossiers d where ${filtersOf(input, values)}`
            return { sql, params: values.list }
          },
        }
      : null,
  }
}

function byIndex(input: DossierInput, column: Column, direction: 'asc' | 'desc', window: Window): Query {
  const values = new Values()
  const sql = `select string_agg(id::text, ',' order by place ${direction}, id ${direction}) as ids from (
    select d.id, ${orders[column]} as place from dossiers d where ${filtersOf(input, values)}
    order by place ${direction}, d.id ${direction}
    limit ${values.add(window.limit)} offset ${values.add(window.offset)}) page`
  return { sql, params: values.list }
}

function all(input: DossierInput, sort: DossierInput['sort']): Query {
  const values = new Values()
  const filters = filtersOf(input, values)
  const found = searchTerms(input.search).map((term) => {
    const word = `${values.add(term)}::text`
    const places = ['lower(d.reference)', 'who.client', 'product.words', 'holder.words']
    return `and (${places.map((place) => `position(${word} in ${place}) > 0`).join(' or ')})`
  })
  // Who is held by no one comes last, whichever way the column is sorted.
  const sorted = sort.map(({ column, direction }) => `${orders[column]} ${direction} nulls last`)
  const sql = `
    with who as materialized (select id, ${foldedSql('full_name')} as client from profiles),
    product as materialized (select id, ${foldedSql('name')} as words from products),
    holder as materialized (select id, ${foldedSql('full_name')} as words from agents)
    select string_agg(d.id::text, ',' order by ${[...sorted, 'd.updated_at desc', 'd.id'].join(', ')}) as ids
    from dossiers d
    left join who on who.id = d.user_id
    left join product on product.id = d.product_id
    left join holder on holder.id = d.assigned_to
    where ${filters} ${found.join(' ')}`
  return { sql, params: values.list }
}

function filtersOf({ statuses, mine }: DossierInput, values: Values): string {
  const among = statuses.length > 0 ? `d.status::text = any(${values.add(statuses)}::text[])` : 'true'
  return `${among} ${mine ? 'and d.assigned_to = auth.uid()' : ''}`
}
