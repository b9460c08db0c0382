import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Journal } from '#main/journal/journal.ts'

const FIRST = new URL('./first-journal.sql', import.meta.url)
const entry = (n: number) => `00000000-0000-4000-8000-00000000000${n}`
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-journal-'))
  file = join(folder, 'journal.db')
  change(readFileSync(FIRST, 'utf8'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function change(sql: string) {
  const database = new Database(file)
  database.exec(sql)
  database.close()
}

test('a journal of the first Outpost opens with every decision as it was taken, and goes on', () => {
  const journal = Journal.open(file)
  expect(journal.verify()).toEqual({ entries: 5, broken: null })
  expect(journal.open().map(({ id, state, attempts, heldBy }) => [id, state, attempts, heldBy])).toEqual([
    [entry(2), 'pending', 1, null],
    [entry(3), 'pending', 1, null],
    [entry(4), 'held', 0, entry(2)],
    [entry(5), 'pending', 0, null],
  ])
  expect(journal.find(entry(1))).toMatchObject({
    state: 'done',
    operation: { kind: 'call', function: 'send_message', args: { p_body: 'Bonjour — ça va ?' } },
    receipt: { outcome: 'applied', xid: '742' },
  })
  expect(journal.open().map(({ operation }) => operation)).toEqual([
    {
      kind: 'insert',
      relation: 'public.products',
      values: { id: entry(8), price: '19.990', tags: ['a', null], data: { deep: [1, '2', null] } },
    },
    {
      kind: 'update',
      relation: 'public.products',
      key: { id: entry(8) },
      set: { price: '12345678901234567890.5' },
      base: '{"price": 19.990}',
    },
    {
      kind: 'delete',
      relation: 'public.product_steps',
      key: { product_id: entry(8), position: 2 },
      base: '{"product_id": "x", "position": 2}',
    },
    expect.objectContaining({ kind: 'update', set: { phone: null }, base: '{"phone": "+33 1"}' }),
  ])
  const { seq: _, ...draft } = journal.find(entry(5)) ?? { seq: 0 }
  const { person, device, madeAt, operation, subject, dependsOn } = draft as typeof draft & Record<string, never>
  const next = journal.append({ id: entry(6), person, device, madeAt, operation, subject, dependsOn })
  expect(next.seq).toBe(6)
  expect(journal.verify()).toEqual({ entries: 6, broken: null })
  journal.close()
})

test('a journal that a newer Outpost has written in is refused in words, and left as it is', () => {
  change('pragma user_version = 1000')
  const before = readFileSync(file)
  expect(() => Journal.open(file)).toThrow(
    expect.objectContaining({ code: 'version_behind', problem: expect.objectContaining({ reason: 'journal.newer' }) }),
  )
  expect(readFileSync(file).equals(before)).toBe(true)
})
