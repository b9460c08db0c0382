import { expect, it } from 'vitest'
import { partPath } from '#renderer/desks/dashboards/part-path.ts'
import { filter as filterSchema } from '#shared/model/filter.ts'

const filterOf = (path: string | undefined) =>
  filterSchema.parse(JSON.parse(new URLSearchParams(path?.split('?')[1]).get('filter') ?? 'null'))

it('leads from a part to the rows that have its value, within those that the chart counts', () => {
  const counted = { column: 'is_active', is: 'true' as const }
  const path = partPath('xa', { rows: { relation: 'public.users', filter: counted, column: 'role' } }, 'admin')
  expect(path).toMatch(/^\/w\/xa\/tables\/users\?/)
  expect(filterOf(path)).toEqual({ all: [counted, { column: 'role', is: 'is', value: 'admin' }] })
})

it('needs no more than the value where the chart counts all of a table', () => {
  const path = partPath('pv', { rows: { relation: 'public.dossiers', filter: null, column: 'status' } }, 'A & B')
  expect(filterOf(path)).toEqual({ column: 'status', is: 'is', value: 'A & B' })
})

it('leads nowhere from what is no value of a column', () => {
  expect(partPath('pv', { rows: null }, 'x')).toBeUndefined()
  expect(partPath('pv', { rows: { relation: 'public.t', filter: null, column: null } }, 'x')).toBeUndefined()
})
