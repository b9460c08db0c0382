import { expect, test } from 'vitest'
import { isSameKeeping, lacking, nextKeeping, wantedScopes } from '#main/sync/scope.ts'
import { keeping, type Scope } from '#shared/model/scope.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import { manifests } from '#shared/systems/systems.ts'

const wanted = (scope: Scope) => new Map([['public.visits', scope]])
const week: Scope = { days: 7, by: 'at' }
const plan = (now: string, scope: Scope = week, before = {}) => nextKeeping(before, wanted(scope), now)

test('the moment is midnight of the server’s day, less the days that are kept', () => {
  const from = '2026-11-18T00:00:00.000Z'
  for (const now of ['2026-11-25T00:00:00Z', '2026-11-25T23:59:59.999999+00:00', '2026-11-26T01:30:00+02:00']) {
    expect(plan(now)).toEqual({ 'public.visits': { by: 'at', days: 7, from } })
  }
})

test('it moves on with the server’s day, lacks nothing then, and never moves back', () => {
  const monday = plan('2026-11-23T12:00:00Z')
  const tuesday = plan('2026-11-24T12:00:00Z', week, monday)
  expect(isSameKeeping(monday, tuesday)).toBe(false)
  expect(lacking(monday, tuesday)).toEqual([])
  expect(plan('2026-11-23T12:00:00Z', week, tuesday)).toEqual(tuesday)
  const kept = keeping.parse(JSON.parse(JSON.stringify(tuesday)))
  expect(isSameKeeping(plan('2026-11-24T18:00:00Z', week, kept), kept)).toBe(true)
  expect(isSameKeeping(plan('2026-11-24T18:00:00Z'), kept)).toBe(true)
})

test('more of a table lacks what is not here; less, or the same, lacks nothing', () => {
  const now = '2026-11-25T12:00:00Z'
  const month: Scope = { days: 30, by: 'at' }
  const order: Scope[] = ['none', week, month, 'all']
  for (const [at, from] of order.entries()) {
    for (const [other, to] of order.entries()) {
      const found = lacking(plan(now, from), plan(now, to, plan(now, from)))
      expect(found.length, `${JSON.stringify(from)} to ${JSON.stringify(to)}`).toBe(other > at ? 1 : 0)
    }
  }
  expect(lacking(plan(now, week), plan(now, { days: 3, by: 'sent_at' }))).toHaveLength(1)
})

test('what the person has chosen comes before what the manifest says', () => {
  const manifest = {
    tables: { visits: { label: { en: '', fr: '' }, scope: week }, pages: { label: { en: '', fr: '' }, scope: 'none' } },
  } as unknown as Manifest
  const scopes = wantedScopes(manifest, { 'public.pages': 'all', 'public.other': 'none' })
  expect(Object.fromEntries(scopes)).toEqual({ 'public.visits': week, 'public.pages': 'all', 'public.other': 'none' })
})

test('every manifest that keeps a table for a number of days names how many and by what', () => {
  for (const { tables } of manifests) {
    for (const { scope } of Object.values(tables)) {
      if (typeof scope === 'object') expect([scope.days > 0, scope.by.length > 0]).toEqual([true, true])
    }
  }
})
