// Stand-in: the tables and functions of a project's Realtime (tests/support/realtime.sql).
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrationsOf, type TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addRealtime } from '#tests/support/realtime.ts'
import { hello } from './rpc.ts'

let db: TestDatabase
let agent: TestPerson
let client: TestPerson
beforeEach(async () => {
  db = await createDatabase({ layers: ['platform', 'partners-vrai', 'sync'] })
  agent = await addPerson(db, 'agent')
  client = await addPerson(db, 'client')
  await addRealtime((script) => db.exec(script))
  await db.query('select console_sync.send_hints()')
})
afterEach(() => db.close())

const messages = () => db.query('select topic, event, private, payload, extension from realtime.messages')
const rename = (name: string) => `update public.profiles set full_name = '${name}'`

test('a transaction says once that it changed something, and not what', async () => {
  await db.exec(
    `begin; ${rename('A')}; ${rename('B')}; delete from public.messages; update public.agents set full_name = 'C'; commit`,
  )
  expect(await messages()).toEqual([
    { topic: 'console_sync', event: 'changed', private: true, payload: {}, extension: 'broadcast' },
  ])
  await db.exec(rename('D'))
  expect(await messages()).toHaveLength(2)
  await db.exec(`begin; ${rename('E')}; rollback`)
  expect(await messages()).toHaveLength(2)
})

test('a hint that went with an undone savepoint is said again', async () => {
  await db.exec(`begin; savepoint s; ${rename('A')}; rollback to s; ${rename('B')}; commit`)
  expect(await messages()).toHaveLength(1)
})

test('a Realtime that fails, or is taken away, lets every write through', async () => {
  await db.exec(`create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true)
      returns void language plpgsql as $$ begin raise exception 'No partition.'; end $$`)
  await db.exec(rename('A'))
  await db.exec('drop schema realtime cascade')
  await db.exec(rename('B'))
  expect(await db.query('select distinct full_name from public.profiles')).toEqual([{ full_name: 'B' }])
  expect(await db.query('select from console_sync.row_index where key like $1', [`%${client.sub}%`])).not.toEqual([])
})

test('staff may hear, clients and strangers may not, and nobody may say anything', async () => {
  const mayHear = async (claims: object, topic = 'console_sync') => {
    const [row] = await db.query<{ may: boolean }>('select realtime.may_hear($1, $2) as may', [
      JSON.stringify(claims),
      topic,
    ])
    return row?.may
  }
  const staff = { sub: agent.sub, role: 'authenticated' }
  expect(await mayHear(staff)).toBe(true)
  expect(await mayHear(staff, 'another')).toBe(false)
  expect(await mayHear({ sub: client.sub, role: 'authenticated' })).toBe(false)
  expect(await mayHear({})).toBe(false)
  for (const person of [agent, client, 'anon'] as const) {
    const say = db.as(person, (query) =>
      query(`insert into realtime.messages (topic, extension, event) values ('console_sync', 'broadcast', 'changed')`),
    )
    await expect(say).rejects.toThrow(/row-level security/)
  }
  for (const call of ['console_sync.send_hints()', 'console_sync.hint()']) {
    await expect(db.as(agent, (query) => query(`select ${call}`))).rejects.toThrow(/permission denied|trigger/)
  }
})

test('a project says whether it gives hints; installing again changes nothing', async () => {
  expect(await hello(db, agent)).toMatchObject({ hints: true })
  for (const { sql } of await migrationsOf(['sync'])) await db.exec(sql)
  expect(await hello(db, agent)).toMatchObject({ hints: true })
  await db.exec(rename('A'))
  expect(await messages()).toHaveLength(1)
  const bare = await createDatabase({ layers: ['platform', 'partners-vrai', 'sync'] })
  expect(await hello(bare, await addPerson(bare, 'agent'))).toMatchObject({ hints: false })
  expect(await bare.query(`select from pg_trigger where tgname = 'console_sync_hint'`)).toEqual([])
  await bare.close()
})
