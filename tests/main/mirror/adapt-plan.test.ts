import { expect, test } from 'vitest'
import { missing, planOf } from '#main/mirror/adapt/plan.ts'
import type { SchemaObject } from '#shared/model/protocol.ts'

const object = (kind: SchemaObject['kind'], name: string, sql: string, more: Partial<SchemaObject> = {}) => ({
  kind,
  name,
  sql,
  undo: `drop ${kind} ${name}`,
  partOf: null,
  ...more,
})
const mood = (...labels: string[]) => object('type', 'public.mood', `enum ${labels.join()}`, { labels })
const table = (name: string, columns: string, uses: string[] = []) =>
  object('table', `public.${name}`, columns, { relation: `public.${name}`, uses })
const names = (objects: readonly SchemaObject[]) => objects.map(({ name }) => name)

test('equal schemas need nothing', () => {
  const schema = [mood('a'), table('t', 'x mood', ['public.mood']), object('view', 'public.v', 'select 1')]
  expect(planOf(schema, schema)).toEqual({ grow: [], renewed: [], dropped: [], undo: [] })
})

test('an enum that got more values grows where it is, and nothing else moves', () => {
  const t = table('t', 'x mood', ['public.mood'])
  expect(planOf([mood('b', 'd'), t], [mood('a', 'b', 'c', 'd', "e'"), t])).toEqual({
    grow: [
      `alter type public.mood add value if not exists 'a' before 'b'`,
      `alter type public.mood add value if not exists 'c' after 'b'`,
      `alter type public.mood add value if not exists 'e''' after 'd'`,
    ],
    renewed: [],
    dropped: [],
    undo: [],
  })
})

test('values that are gone, renamed or in another order make the type anew, and every table that is built on it', () => {
  const list = object('type', 'public.moods', 'domain over mood[]', { uses: ['public.mood'] })
  const tables = [table('far', 'x moods', ['public.moods', 'public.mood']), table('other', 'x text')]
  for (const now of [mood('b'), mood('b', 'a'), mood('a', 'c')]) {
    const { grow, renewed, undo } = planOf([mood('a', 'b'), list, ...tables], [now, list, ...tables])
    expect(grow).toEqual([])
    expect(names(renewed)).toEqual(['public.far'])
    expect(undo).toEqual(['drop table public.far', 'drop type public.moods', 'drop type public.mood'])
  }
})

test('a table with other columns, another key or other partitions is made anew; a new one is made; one that is gone goes', () => {
  const key = (sql: string) => object('constraint', 'public.k.pk', sql, { key: true, partOf: 'public.k' })
  const part = (sql: string) => object('partition', 'public.p1', sql, { partOf: 'public.p' })
  const own = [
    table('c', 'a'),
    table('k', 'a'),
    key('a'),
    table('p', 'a'),
    part('1 to 2'),
    table('gone', 'a'),
    table('same', 'a'),
  ]
  const server = [
    table('c', 'a, b'),
    table('k', 'a'),
    key('b'),
    table('p', 'a'),
    part('1 to 3'),
    table('new', 'a'),
    table('same', 'a'),
  ]
  const { renewed, dropped } = planOf(own, server)
  expect(names(renewed)).toEqual(['public.c', 'public.k', 'public.p', 'public.new'])
  expect(names(dropped)).toEqual(['public.c', 'public.k', 'public.p', 'public.gone'])
})

test('a rule that changed is dropped and made again after the rows; the table stays', () => {
  const t = table('t', 'a')
  const rule = (sql: string) => object('constraint', 'public.t.rule', sql, { partOf: 'public.t', key: false })
  const plan = planOf([t, rule('a > 0')], [t, rule('a > 1')])
  expect(plan).toMatchObject({ renewed: [], dropped: [], undo: ['drop constraint public.t.rule'] })
})

test('a function is replaced and not dropped, so that what calls it stays; one that is gone is dropped', () => {
  const f = (sql: string) => object('function', 'public.f()', sql)
  expect(planOf([f('1')], [f('2')]).undo).toEqual([])
  expect(planOf([f('1')], []).undo).toEqual(['drop function public.f()'])
})

test('what is built on something else goes before it and comes after it', () => {
  const schema = [
    object('policy', 'public.t.p', 'p'),
    object('view', 'public.v', 'v'),
    table('t', 'x'),
    mood('a'),
    object('index', 'public.i', 'i'),
  ]
  expect(planOf(schema, []).undo).toEqual([
    'drop policy public.t.p',
    'drop view public.v',
    'drop index public.i',
    'drop table public.t',
    'drop type public.mood',
  ])
  expect(names(missing([], schema))).toEqual(['public.mood', 'public.t', 'public.i', 'public.v', 'public.t.p'])
})
