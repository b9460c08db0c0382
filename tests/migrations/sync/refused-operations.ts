import { randomUUID } from 'node:crypto'
import type { Operation } from '#shared/model/entry.ts'

type Values = Record<string, string | number | null>

export const insert = (values: Values, relation = 'public.products') => ({ kind: 'insert', relation, values }) as const

export const call = (name: string, args: Values = {}) => ({ kind: 'call', function: name, args }) as const

const update = (id: string, set: Values, base: string) =>
  ({ kind: 'update', relation: 'public.products', key: { id }, set, base }) as const

/** What is refused, and how: the operation on a product in use, the code, the field, a part of the sentence. */
export const refusedOperations: [string, (id: string) => Operation, string, string | null, RegExp][] = [
  ['a rule on a column', () => insert({ name: 'x', stock: -1 }), 'check_violation', 'stock', /“stock” has a value/],
  ['a value that must be there', () => insert({ stock: 1 }), 'not_null_violation', 'name', /“name” must not be empty/],
  ['a policy', () => insert({ name: 'forbidden' }), 'not_allowed', null, /role does not allow/],
  [
    'a policy on the changed row',
    (id) => update(id, { name: 'forbidden' }, '{"name": "Lamp"}'),
    'not_allowed',
    null,
    /role does not allow/,
  ],
  [
    'a function’s own rule',
    (id) => call('sell', { p_product: id, p_count: 0, p_seen_stock: 3 }),
    'sale.too_few',
    'p_count',
    /Sell at least one/,
  ],
  [
    'a function’s own words for a rule like the database’s',
    () => call('only_lamps', { p_what: 'chairs' }),
    'refused',
    null,
    /^We sell lamps, not chairs\.$/,
  ],
  ['a function for others', () => call('for_the_boss'), 'not_allowed', null, /role does not allow/],
  ['an unknown function', () => call('no_such_thing', { a: 1 }), 'unknown_function', null, /no such function/],
  ['a function of ours', () => call('console_push', { p_entries: null }), 'unknown_function', null, /no such function/],
  [
    'an unknown argument',
    (id) => call('sell', { p_product: id, p_count: 1, p_seen_stock: 3, x: 1 }),
    'unknown_function',
    null,
    /no such function/,
  ],
  ['a missing argument', () => call('sell', { p_count: 1 }), 'unknown_function', null, /no such function/],
  [
    'a value of the wrong form',
    () => insert({ name: 'x', stock: 'many' }),
    'value_invalid',
    'stock',
    /“stock” has a form/,
  ],
  [
    'an argument of the wrong form',
    () => call('sell', { p_product: 'lamp', p_count: 1, p_seen_stock: 3 }),
    'value_invalid',
    'p_product',
    /“p product” has a form/,
  ],
  [
    'a text that is too long',
    (id) => insert({ order_no: 2, line: 1, product: id, note: 'x'.repeat(11) }, 'public.lines'),
    'value_too_long',
    'note',
    /too long/,
  ],
  [
    'a number that is too large',
    () => insert({ name: 'x', price: '1e30' }),
    'value_out_of_range',
    'price',
    /too large/,
  ],
  ['an unknown column', () => insert({ name: 'x', colour: 'red' }), 'unknown_column', 'colour', /no field “colour”/],
  ['an unknown table', () => insert({ a: 1 }, 'public.nothing'), 'unknown_relation', null, /no such table/],
  [
    'a table of ours',
    () => insert({ person: randomUUID() }, 'console_sync.visibility'),
    'unknown_relation',
    null,
    /no such table/,
  ],
  [
    'a table of the system',
    () => insert({ rolname: 'x' }, 'pg_catalog.pg_authid'),
    'unknown_relation',
    null,
    /no such table/,
  ],
  [
    'a computed column',
    (id) => update(id, { value: 1 }, '{"value": 59.70}'),
    'column_not_writable',
    null,
    /only the database/,
  ],
  [
    'a row in use',
    (id) => ({ kind: 'delete', relation: 'public.products', key: { id }, base: '{"name": "Lamp"}' }),
    'still_used',
    'product',
    /still used by lines/,
  ],
  [
    'a key that is not one',
    () => ({ kind: 'delete', relation: 'public.products', key: { name: 'Lamp' }, base: '{"name": "Lamp"}' }),
    'operation.bad_key',
    null,
    /primary key: id/,
  ],
  [
    'a change without what was before',
    (id) => update(id, { name: 'x' }, '{}'),
    'operation.no_base',
    null,
    /what the changed columns were/,
  ],
]
