import { expect, test } from 'vitest'
import { featureChange } from '#renderer/desks/plans/feature-change.ts'
import { cellMark, cellValue, planRows } from '#renderer/desks/plans/plan-rows.ts'
import type { PlanCell, PlanMatrix } from '#shared/contract/plans.ts'

const cell = (plan: string, feature: string, more: Partial<PlanCell> = {}): PlanCell => ({
  plan,
  feature,
  limit: null,
  switches: {},
  mark: null,
  turned: [],
  ...more,
})
const plan = (name: string) => ({ name, organizations: 0, prices: [] })
const matrix: PlanMatrix = {
  mayChange: true,
  plans: [plan('free'), plan('pro')],
  features: ['features', 'max_records'],
  cells: [
    cell('free', 'features', { switches: { basic: true } }),
    cell('pro', 'features', { switches: { basic: true, sso: true }, mark: 'pending', turned: ['sso'] }),
    cell('pro', 'max_records', { limit: '10000' }),
  ],
}

test('limits come first, then every switch that any plan has', () => {
  const rows = planRows(matrix)
  expect(rows.map(({ id }) => id)).toEqual(['max_records', 'features.basic', 'features.sso'])
  expect(rows.map((row) => row.cells.map((one) => cellValue(row, one)))).toEqual([
    [null, '10000'],
    ['true', 'true'],
    ['false', 'true'],
  ])
})

test('of a set of switches only those that were turned are marked', () => {
  const [records, basic, sso] = planRows(matrix)
  const marks = [records, basic, sso].map((row) => row && cellMark(row, row.cells[1]))
  expect(marks).toEqual([null, null, 'pending'])
})

test('a change says what was seen and what it becomes; what is no number is left to the database', () => {
  const [records, , sso] = planRows(matrix)
  const argsOf = (row: typeof sso, value: string) => {
    const one = row?.cells[1]
    const request = row && one && featureChange(row, one, value)
    return request?.kind === 'call' ? request.args : undefined
  }
  expect(argsOf(records, '8000')).toEqual({
    p_plan: 'pro',
    p_feature: 'max_records',
    p_from_value: { limit: 10_000 },
    p_value: { limit: 8_000 },
  })
  expect(argsOf(sso, 'false')).toMatchObject({
    p_from_value: { basic: true, sso: true },
    p_value: { basic: true, sso: false },
  })
  for (const typed of ['', ' ', 'many']) expect(argsOf(records, typed)).toMatchObject({ p_value: { limit: typed } })
})
