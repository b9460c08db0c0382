import { afterAll, beforeAll, expect, test } from 'vitest'
import { foldedSql } from '#main/api/folded.ts'
import { folded, searchTerms } from '#shared/lib/folded.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { createPglite } from '#tests/support/pglite.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await createPglite({ layers: [] })
})
afterAll(() => db.close())

test.each([
  ['Ama MENSAH', 'ama mensah'],
  ['Élodie Œuvré', 'elodie oeuvre'],
  ['Nguyễn Thị Hồng', 'nguyen thi hong'],
  ['ŁÓDŹ Straße Ærø', 'lodz strasse aero'],
  ['ΜΑΡΊΑ Иван', 'μαρια иван'],
  ['李小龍', '李小龍'],
  ['', ''],
])('%s is found as %s, here and in the database', async (text, plain) => {
  expect(folded(text)).toBe(plain)
  expect(await db.query(`select ${foldedSql('$1::text')} as plain`, [text])).toEqual([{ plain }])
})

test('a search is taken apart into its different words', () => {
  expect(searchTerms('  Zoé  LEFÈVRE zoe ')).toEqual(['zoe', 'lefevre'])
  expect(searchTerms(' \t ')).toEqual([])
})
