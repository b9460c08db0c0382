import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { answersOf, type Call, newHome, runConsole, workspace } from './support/console.ts'

const ROWS = 600

let cloud: TestCloud
let home: string
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  home = newHome()
  const admin = cloud.accounts.find(({ role }) => role === 'super_admin')
  await answersOf(
    home,
    ['workspaces.add', { name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key }],
    ['session.signIn', { email: admin?.email, password: admin?.password }],
    ['sync.now'],
  )
})
afterAll(async () => {
  await cloud.stop()
  rmSync(home, { recursive: true })
})

const codes = (mark: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${mark}-${String(at).padStart(3, '0')}`)

/** The calls that import kinds of documents from a file, a row a code. */
function importing(mark: string): Call[] {
  const id = randomUUID()
  const relation = 'public.document_types'
  const file = ['code,label', ...codes(mark, ROWS).map((code) => `${code},Kind`)].join('\r\n')
  const map = { code: { from: 'file', column: 0 }, label: { from: 'file', column: 1 } }
  return [
    ['import.put', { id, offset: 0, base64: Buffer.from(file).toString('base64') }],
    ['import.open', { id, relation, name: 'kinds.csv' }],
    ['import.apply', { id, relation, map, way: 'insert' }],
  ]
}

/** What a fresh process shows, and the server has once it has synced. */
async function afterwards(mark: string) {
  const sql = `select code from document_types where code like '${mark}-%' order by code`
  const read: Call = ['tools.read', { sql, limit: ROWS }]
  const [before, summary, after] = await answersOf(home, read, ['sync.now'], read)
  const onServer = await cloud.sql<{ code: string }>(sql)
  const [{ sound }] = await answersOf(home, ['tools.doctor'])
  const codesOf = (rows: { code: string }[]) => rows.map(({ code }) => code)
  return { before: codesOf(before.rows), after: codesOf(after.rows), onServer: codesOf(onServer), summary, sound }
}

const nothingWaits = { pending: 0, rejected: 0, conflicts: 0 }

test('killed in the middle of an import: what was saved is a beginning of the file, and goes up once', {
  timeout: 600_000,
}, async () => {
  expect((await runConsole(home, importing('half'), 'submit.journalled:250')).signal).toBe('SIGKILL')
  const half = codes('half', 250)
  expect(await afterwards('half')).toMatchObject({
    before: half,
    after: half,
    onServer: half,
    summary: nothingWaits,
    sound: true,
  })
})

test('killed while an import is being taken back: what stays is a beginning of the file, whole here and there', {
  timeout: 600_000,
}, async () => {
  const calls: Call[] = [...importing('back'), ['batch.undo', { entries: 'saved' }]]
  const { signal, replies } = await runConsole(home, calls, 'discard.settled:2')
  expect(signal).toBe('SIGKILL')
  expect(replies.at(-1)).toMatchObject({ ok: true, value: { inserts: ROWS } })
  const { before, after, onServer, summary, sound } = await afterwards('back')
  expect(before.length).toBeLessThan(ROWS)
  expect(before).toEqual(codes('back', before.length))
  expect(before).not.toEqual([])
  expect({ after, onServer, sound }).toEqual({ after: before, onServer: before, sound: true })
  expect(summary).toMatchObject(nothingWaits)
})
