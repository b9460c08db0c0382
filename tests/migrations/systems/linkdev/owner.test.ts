import { expect, test } from 'vitest'
import { migrationsOf, type TestDatabase } from '#tests/support/database.ts'
import { createPglite } from '#tests/support/pglite.ts'
import { addTeam, signUp } from './people.ts'

/** A project's own migrations run as a role that owns its tables and little else. */
const becomeOwner = `
  create role project_owner nologin;
  grant usage, create on schema public to project_owner;
  grant usage on schema auth, storage to project_owner;
  grant select, references, trigger on auth.users to project_owner;
  do $$ begin execute format('grant create on database %I to project_owner', current_database()); end $$;
  set role project_owner`

test('the migrations apply as a role that is no superuser, and the functions work for it', async () => {
  const db = await createPglite({ layers: ['platform'] })
  await db.exec(becomeOwner)
  await apply(db)
  await db.exec('reset role')

  const admin = await signUp(db, 'Admin', 'admin')
  const team = await addTeam(db, await signUp(db, 'Owner'))
  await db.as(admin, (query) => query(`select invite_member($1, 'new@example.com', 'member')`, [team]))
  expect(await db.query('select status from invites where org_id = $1', [team])).toEqual([{ status: 'pending' }])
  await db.close()
})

test('the migrations apply where there is no storage', async () => {
  const db = await createPglite({ layers: ['platform'] })
  await db.exec('drop schema storage cascade')
  await apply(db)
  expect(await db.query('select console_system() is not null as there')).toEqual([{ there: true }])
  await db.close()
})

async function apply(db: TestDatabase): Promise<void> {
  for (const { sql } of await migrationsOf(['linkdev'])) await db.exec(sql)
}
