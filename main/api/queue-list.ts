import type { z } from 'zod'
import type { queueColumn, review } from '#shared/contract/review.ts'
import { searchTerms } from '#shared/lib/folded.ts'
import { foldedSql } from './folded.ts'
import type { OrderedList } from './ordered-window.ts'
import { type Query, Values } from './sql.ts'

type QueueInput = z.output<(typeof review.queue)['input']>
type Column = z.infer<typeof queueColumn>

const orders: Record<Column, string> = {
  documentType: 'kind.words',
  client: 'client.words',
  dossier: 'o.reference',
  waitingSince: 'w.waiting_since',
  version: 'v.version',
}

/** What the sorted list may be joined with. Names are folded once each, not once for every document. */
const joins = {
  kind: `join (select id, ${foldedSql('label')} as words from document_types offset 0) kind
    on kind.id = w.document_type_id`,
  dossier: 'join dossiers o on o.id = w.dossier_id',
  client: `left join (select id, ${foldedSql('full_name')} as words from profiles offset 0) client
    on client.id = o.user_id`,
  version: 'left join document_versions v on v.id = w.current_version_id',
} as const
type Join = keyof typeof joins

const joinsFor: Record<Column, readonly Join[]> = {
  documentType: ['kind'],
  client: ['dossier', 'client'],
  dossier: ['dossier'],
  waitingSince: [],
  version: ['version'],
}

/**
 * The review queue as a list of documents: those that wait, and among them, at the place they had, those that were
 * decided here but not yet accepted by the server.
 * @param decided documents with an open decision
 */
export function queueList(input: QueueInput, decided: readonly string[]): OrderedList {
  const { search, sort, documentTypes, mine } = input
  const byWaiting = search.trim() === '' && sort.every(({ column }) => column === 'waitingSince')
  return {
    name: JSON.stringify(['queue', search, sort, documentTypes, mine, decided]),
    all: () => all(input, decided),
    byIndex: byWaiting
      ? {
          window: ({ offset, limit }, backwards) => {
            const values = new Values()
            const direction = (sort[0]?.direction === 'desc') === backwards ? 'asc' : 'desc'
            const order = `order by waiting_since ${direction}, id ${direction}`
            // No more than the last row of the window can come from the index: it stops reading there.
            const top = `${order} limit ${values.add(offset + limit)}`
            const waiting = unionOfWaiting(input, decided, values, top)
            const sql = `select string_agg(id::text, ',' ${order}) as ids from (
              select id, waiting_since from (${waiting}) w ${order}
              limit ${values.add(limit)} offset ${values.add(offset)}) page`
            return { sql, params: values.list }
          },
          count: () => {
            const values = new Values()
            const sql = `select count(*)::int as count from (${unionOfWaiting(input, decided, values)}) w`
            return { sql, params: values.list }
          },
        }
      : null,
  }
}

function all(input: QueueInput, decided: readonly string[]): Query {
  const values = new Values()
  const waiting = unionOfWaiting(input, decided, values)
  const found = searchTerms(input.search).map((term) => {
    const word = `${values.add(term)}::text`
    const places = ['kind.words', 'client.words', 'lower(o.reference)']
    return `(${places.map((place) => `position(${word} in ${place}) > 0`).join(' or ')})`
  })
  const sorted = input.sort.map(({ column, direction }) => `${orders[column]} ${direction}`)
  const order = [...sorted, 'w.waiting_since', 'w.id'].join(', ')
  // Only what is asked for: each join of 100 000 rows costs.
  const sortedBy = input.sort.flatMap(({ column }) => joinsFor[column])
  const needed = new Set<string>([...sortedBy, ...(found.length > 0 ? ['kind', 'dossier', 'client'] : [])])
  const joined = Object.entries(joins).flatMap(([name, join]) => (needed.has(name) ? [join] : []))
  const sql = `select string_agg(w.id::text, ',' order by ${order}) as ids
    from (${waiting}) w ${joined.join(' ')} ${found.length > 0 ? `where ${found.join(' and ')}` : ''}`
  return { sql, params: values.list }
}

function unionOfWaiting(input: QueueInput, decided: readonly string[], values: Values, top = ''): string {
  const columns = 'd.id, d.dossier_id, d.document_type_id, d.current_version_id'
  const filters = filtersOf(input, values)
  const waiting = `select ${columns}, d.waiting_since from documents d
    where d.status = 'PENDING' ${filters} ${top}`
  if (decided.length === 0) return waiting
  return `(${waiting}) union all
    select ${columns}, v.uploaded_at from documents d join document_versions v on v.id = d.current_version_id
    where d.id = any(${values.add(decided)}::uuid[]) and d.status <> 'PENDING' ${filters}`
}

function filtersOf({ documentTypes, mine }: QueueInput, values: Values): string {
  const filters: string[] = []
  if (documentTypes.length > 0) {
    const labels = `${values.add(documentTypes)}::text[]`
    filters.push(`and d.document_type_id = any(array(select id from document_types where label = any(${labels})))`)
  }
  if (mine) filters.push('and d.dossier_id in (select id from dossiers where assigned_to = auth.uid())')
  return filters.join(' ')
}
