import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Claims, TestDatabase } from '#tests/support/database.ts'
import { addPerson, type PersonKind, type TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { refusal } from '#tests/support/refusal.ts'

let db: TestDatabase
const people = {} as Record<PersonKind | 'colleague', TestPerson>
const id = randomUUID()

beforeAll(async () => {
  db = await createDatabase({ layers: ['platform', 'partners-vrai', 'sync', 'console'] })
  for (const kind of ['client', 'agent', 'inactive', 'super_admin'] as const) people[kind] = await addPerson(db, kind)
  people.colleague = await addPerson(db, 'agent')
  await db.as(people.agent, (query) =>
    query(`insert into console_views (id, name, relation, content) values ($1, 'New ones', 'public.dossiers', '{}')`, [
      id,
    ]),
  )
})
afterAll(() => db.close())

const seenBy = (person: Claims) => db.as(person, (query) => query('select id from console_views'))
const changedBy = (person: Claims, sql: string) =>
  db.as(person, async (query) => (await query(`${sql} returning id`)).length)

test('whoever may use the console sees what is shared there, and nobody else does', async () => {
  expect(await seenBy(people.agent)).toEqual([{ id }])
  expect(await seenBy(people.super_admin)).toEqual([{ id }])
  expect(await seenBy(people.client)).toEqual([])
  expect(await seenBy(people.inactive)).toEqual([])
  expect(await refusal(seenBy('anon'))).toMatchObject({ sqlstate: '42501' })
})

test('only its owner and super admins change a view, and its owner cannot hand it to somebody else', async () => {
  expect(await changedBy(people.colleague, `update console_views set name = 'Mine'`)).toBe(0)
  expect(await changedBy(people.super_admin, `update console_views set name = 'Clearer'`)).toBe(1)
  expect(await changedBy(people.agent, `update console_views set name = 'Newest'`)).toBe(1)
  const given = changedBy(people.agent, `update console_views set owner_id = '${people.super_admin.sub}'`)
  expect(await refusal(given)).toMatchObject({ sqlstate: '42501' })
})

test('nobody shares in another’s name, and nobody who may not use the console shares', async () => {
  const share = (person: TestPerson, owner: TestPerson) =>
    db.as(person, (query) =>
      query(
        `insert into console_views (id, owner_id, name, relation, content) values ($1, $2, 'x', 'public.dossiers', '{}')`,
        [randomUUID(), owner.sub],
      ),
    )
  expect(await refusal(share(people.agent, people.super_admin))).toMatchObject({ sqlstate: '42501' })
  expect(await refusal(share(people.client, people.client))).toMatchObject({ sqlstate: '42501' })
})

test('it is followed from its installation on', async () => {
  const [row] = await db.query<{ n: number }>(
    `select count(*)::int as n from console_sync.relations where schema_name = 'public' and table_name = 'console_views'`,
  )
  expect(row?.n).toBe(1)
})

test('it is removed by its owner, or by a super admin after somebody who has left', async () => {
  expect(await changedBy(people.client, 'delete from console_views')).toBe(0)
  expect(await changedBy(people.colleague, 'delete from console_views')).toBe(0)
  expect(await changedBy(people.super_admin, 'delete from console_views')).toBe(1)
})
