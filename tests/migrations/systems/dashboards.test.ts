import { describe, expect, test } from 'vitest'
import type { Filter } from '#shared/model/filter.ts'
import { manifests } from '#shared/systems/systems.ts'
import type { Layer } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'

function columnsIn(filter: Filter | undefined): string[] {
  if (filter === undefined) return []
  if ('all' in filter) return filter.all.flatMap(columnsIn)
  return 'any' in filter ? filter.any.flatMap(columnsIn) : [filter.column]
}

describe.each(manifests)('the dashboards of $system', ({ system, dashboards }) => {
  test('lead to tables and columns that are there', async () => {
    const db = await createDatabase({ layers: ['platform', system as Layer] })
    try {
      const found = await db.query<{ name: string }>(
        `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
      )
      const there = found.map(({ name }) => name)
      const rows = dashboards.flatMap(({ charts }) => charts.flatMap((chart) => chart.rows ?? []))
      expect(rows.length).toBeGreaterThan(0)
      const wanted = rows.flatMap(({ table, column, filter }) =>
        [...columnsIn(filter), ...(column ? [column] : [])].map((name) => `${table}.${name}`),
      )
      expect(wanted.filter((name) => !there.includes(name))).toEqual([])
      const tables = new Set(there.map((name) => name.split('.')[0]))
      expect(rows.map(({ table }) => table).filter((table) => !tables.has(table))).toEqual([])
    } finally {
      await db.close()
    }
  })
})
