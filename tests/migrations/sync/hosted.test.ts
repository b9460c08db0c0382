import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrationsOf, type TestDatabase } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { hello, pull, sendOne, snapshot } from './rpc.ts'

/** As on a hosted project: the installer is no superuser, and auth.users belongs to somebody else. */
const installer = `installer_${randomUUID().slice(0, 8)}`
const agent = { sub: randomUUID() }

let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase({ layers: ['platform'] })
  const url = new URL(db.url)
  await db.exec(`
    create role ${installer} login nosuperuser bypassrls password 'installer';
    grant create on database ${url.pathname.slice(1)} to ${installer};
    grant usage, create on schema public to ${installer};
    grant usage on schema auth to ${installer};
    grant select, trigger on auth.users to ${installer}`)
  url.username = installer
  url.password = 'installer'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`
    create table public.staff (id uuid primary key, role text);
    alter table public.staff enable row level security;
    create policy own on public.staff for all to authenticated using (id = auth.uid());
    grant all on public.staff to authenticated;
    create function public.console_role() returns text language sql stable security definer set search_path = ''
      as 'select role from public.staff where id = auth.uid()'`)
  // Twice: a later migration runs them again.
  for (const { sql } of [...(await migrationsOf(['sync'])), ...(await migrationsOf(['sync']))]) await client.query(sql)
  await client.end()
  await db.query('insert into auth.users (id, email) values ($1, $2)', [agent.sub, 'agent@example.com'])
  await db.query('insert into public.staff values ($1, $2)', [agent.sub, 'agent'])
})
afterAll(async () => {
  await db.exec(`drop owned by ${installer} cascade; drop role ${installer}`)
  await db.close()
})

test('an owner who is no superuser installs it, people included', async () => {
  const answer = await hello(db, agent)
  expect(answer.leftOut).toEqual([])
  expect(answer.relations.map(({ relation }) => relation)).toEqual(['auth.users', 'public.staff'])
  expect((await snapshot(db, agent, 'auth.users')).data).toContain('agent@example.com')
})

test('changes that others make to people and rows are pulled', async () => {
  const { cursor } = await hello(db, agent)
  await db.query('update auth.users set last_sign_in_at = now()')
  const receipt = await sendOne(db, agent, {
    kind: 'update',
    relation: 'public.staff',
    key: { id: agent.sub },
    set: { role: 'chief' },
    base: '{"role": "agent"}',
  })
  expect(receipt.outcome).toBe('applied')
  const { changed } = await pull(db, agent, cursor)
  expect(changed.map(({ relation }) => relation)).toEqual(['public.staff', 'auth.users'])
})
