import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { link } from '#main/journal/chain.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'pv'
let cloud: TestCloud
let engine: TestEngine
let journal: string
let kept: string

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine()
  journal = join(engine.home, 'workspaces', workspace, 'journal.db')
  kept = join(engine.home, 'kept.db')
  const agent = cloud.accounts.find(({ role }) => role === 'agent')
  await engine.api.workspaces.add({ name: workspace, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  await engine.api.session.signIn({ workspace, email: agent?.email ?? '', password: agent?.password ?? '' })
  await engine.api.sync.workOffline({ workspace, on: true })
  await engine.api.sync.now({ workspace })
  const [dossier] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  for (const p_body of ['one', 'two', 'three', 'four']) {
    const args = { p_dossier_id: dossier?.id ?? '', p_body }
    await engine.api.entries.submit({ workspace, request: { kind: 'call', function: 'send_message', args } })
  }
  await engine.api.sync.now({ workspace })
  await engine.whileClosed(() => cpSync(journal, kept))
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})
beforeEach(() =>
  engine.whileClosed(() => {
    for (const suffix of ['-wal', '-shm']) rmSync(`${journal}${suffix}`, { force: true })
    cpSync(kept, journal)
  }),
)

interface Row {
  seq: number
  id: string
  content: string
  previous_hash: string
  hash: string
}

/** Changes the journal behind the console's back, past the triggers that forbid it. */
function tamper(change: (rows: Row[]) => Row[]): Promise<void> {
  return engine.whileClosed(() => {
    const database = new Database(journal)
    database.pragma('foreign_keys = off')
    const triggers = database.prepare(`select name, sql from sqlite_schema where type = 'trigger'`).all() as {
      name: string
      sql: string
    }[]
    for (const { name } of triggers) database.exec(`drop trigger ${name}`)
    const rows = change(database.prepare('select * from entries order by seq').all() as Row[])
    database.exec('delete from entries')
    const insert = database.prepare('insert into entries values (@seq, @id, @content, @previous_hash, @hash)')
    for (const row of rows) insert.run(row)
    database.exec('delete from standing where entry_id not in (select id from entries)')
    for (const { sql } of triggers) database.exec(sql)
    database.close()
  })
}

/** Every hash as it must be for this content: what somebody does who knows how the chain is made. */
function rechained(rows: readonly Row[]): Row[] {
  let previous = '0'.repeat(64)
  return rows.map((row, at) => {
    const next = { ...row, seq: at + 1, previous_hash: previous, hash: link(previous, row.content) }
    previous = next.hash
    return next
  })
}

const forged = (row: Row): Row => ({ ...row, content: row.content.replace('"two"', '"not two"') })
const swapped = ([first, second, third, ...rest]: Row[]): Row[] => {
  if (!first || !second || !third) throw new Error('Too few entries.')
  return [first, { ...third, seq: second.seq }, { ...second, seq: third.seq }, ...rest]
}

const check = async (name: string) => {
  const { sound, checks } = await engine.api.tools.doctor({ workspace })
  expect(sound).toBe(false)
  return checks.find((one) => one.name === name)
}

test.for([
  ['changed', 'journal', /Entry 2 was changed/, (rows: Row[]) => rows.map((row) => forged(row))],
  ['removed in the middle', 'journal', /Entry 2 is missing/, (rows: Row[]) => rows.filter(({ seq }) => seq !== 2)],
  ['put in another order', 'journal', /Entry 2 does not follow entry 1/, swapped],
  ['removed at the end', 'anchor', /Entry 4 .* is not in this journal/, (rows: Row[]) => rows.slice(0, 3)],
  [
    'removed in the middle, with every hash made anew',
    'anchor',
    /Entry 2 .* is not in this journal.*Entry 3 .* was another one \(and 1 more\)/,
    (rows: Row[]) => rechained(rows.filter(({ seq }) => seq !== 2)),
  ],
  [
    'changed, with every hash made anew',
    'anchor',
    /Entry 2 .* was another one \(and 2 more\)/,
    (rows: Row[]) => rechained(rows.map(forged)),
  ],
] as const)('an entry that was %s is named by the doctor', { timeout: 600_000 }, async ([, name, words, change]) => {
  await tamper((rows) => change(rows))
  expect(await check(name)).toMatchObject({ ok: false, detail: expect.stringMatching(words) })
})

test('a journal that was cut short is noticed at the next greeting and said; syncing goes on', async () => {
  const status = () => engine.api.sync.status({ workspace })
  await engine.api.sync.now({ workspace })
  expect((await status()).journal).toBeNull()
  await tamper((rows) => rows.slice(0, 2))
  expect(await engine.api.sync.now({ workspace })).toMatchObject({ pending: 0, conflicts: 0, rejected: 0 })
  expect((await status()).journal).toEqual({ kind: 'shorter', seen: 4, here: 2 })
})
