import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addUser } from './people.ts'

describe.each(databases)('roles and permissions on $engine', ({ open }) => {
  let db: TestDatabase
  let admin: TestPerson
  let moderator: TestPerson
  let supporter: TestPerson

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin', { name: 'Meera Krishnan' })
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    moderator = await addUser(db, 'moderator', { name: 'Daniel Palmer' })
    supporter = await addUser(db, 'supporter', { name: 'Anil Rao' })
  })

  const call = async (sql: string, params: unknown[], person = admin) =>
    (await db.as(person, (query) => query<{ answer: Record<string, string> }>(`select ${sql} as answer`, params)))[0]
      ?.answer ?? {}
  const change = (who: TestPerson, from: string, to: string, by = admin) =>
    call('change_user_role($1, $2, $3)', [who.sub, from, to], by)
  const grant = (who: TestPerson, permission: string, by = admin) =>
    call('grant_permission($1, $2)', [who.sub, permission], by)
  const may = async (person: TestPerson, permission: string) =>
    (await db.as(person, (query) => query<{ may: boolean }>('select has_permission($1) as may', [permission])))[0]?.may

  test('a role is changed, written down under the change’s id, and the person told', async () => {
    const { change_id } = await change(supporter, 'supporter', 'partner')
    expect(await db.query('select role, role_change_id from users where id = $1', [supporter.sub])).toEqual([
      { role: 'partner', role_change_id: change_id },
    ])
    expect(await db.query('select activity_type, details from user_activity_log where id = $1', [change_id])).toEqual([
      { activity_type: 'user.role_changed', details: { from: 'supporter', to: 'partner' } },
    ])
  })

  test('a change from a role that the person no longer has is lost, and can be repeated', async () => {
    await change(supporter, 'supporter', 'recruiter')
    expect(await refusal(change(supporter, 'supporter', 'moderator'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'user_role.changed',
      current: { role: 'recruiter', changed_by: 'Meera Krishnan' },
      retryArgs: { p_from_role: 'recruiter' },
    })
  })

  test('nobody changes their own role, and the last admin stays', async () => {
    expect(await refusal(change(admin, 'admin', 'supporter'))).toMatchObject({ code: 'user_role.own' })
    await grant(moderator, 'users.manage')
    expect(await refusal(change(admin, 'admin', 'supporter', moderator))).toMatchObject({
      code: 'user_role.admins_only',
    })
    const second = await addUser(db, 'admin')
    await change(admin, 'admin', 'moderator', second)
    await db.query(`update users set role = 'admin' where id = $1`, [admin.sub])
    await change(second, 'admin', 'moderator')
    const inactive = await addUser(db, 'admin', { isActive: false })
    await change(inactive, 'admin', 'supporter')
  })

  test('who leaves the staff loses their permissions, and with them what they saw', async () => {
    await grant(moderator, 'billing.manage')
    expect(await may(moderator, 'billing.manage')).toBe(true)
    await change(moderator, 'moderator', 'supporter')
    expect(await may(moderator, 'billing.manage')).toBe(false)
    const open = 'select from user_permissions where user_id = $1 and revoked_at is null'
    expect(await db.query(open, [moderator.sub])).toEqual([])
    await change(moderator, 'supporter', 'moderator')
    expect(await may(moderator, 'billing.manage')).toBe(false)
  })

  test('a permission holds until it is revoked, and each of both is written down', async () => {
    const { permission_id } = await grant(moderator, 'emails.manage')
    expect(await may(moderator, 'emails.manage')).toBe(true)
    expect(await may(moderator, 'billing.manage')).toBe(false)
    await call('revoke_permission($1)', [permission_id])
    expect(await may(moderator, 'emails.manage')).toBe(false)
    expect(await refusal(call('revoke_permission($1)', [permission_id]))).toMatchObject({
      sqlstate: 'OP409',
      code: 'user_permission.revoked',
      current: { revoked_by: 'Meera Krishnan' },
      retryArgs: null,
    })
    await grant(moderator, 'emails.manage')
    const entries = `select activity_type as what from user_activity_log where user_id = $1 order by created_at, what`
    expect((await db.query<{ what: string }>(entries, [moderator.sub])).map(({ what }) => what).sort()).toEqual([
      'permission.granted',
      'permission.granted',
      'permission.revoked',
    ])
  })

  test('a permission is granted once, to staff only, by somebody else, and the right to grant by admins only', async () => {
    await grant(moderator, 'users.manage')
    expect(await refusal(grant(moderator, 'users.manage'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'user_permission.held',
    })
    const other = await addUser(db, 'moderator')
    await grant(other, 'activity.read', moderator)
    const cases = [
      [() => grant(supporter, 'activity.read'), 'user_permission.not_for_users', 'p_user_id'],
      [() => grant(moderator, 'activity.read', moderator), 'user_permission.own', 'p_user_id'],
      [() => grant(other, 'users.manage', moderator), 'user_permission.admins_only', 'p_permission'],
      [() => grant(other, 'everything'), 'user_permission.unknown', 'p_permission'],
    ] as const
    for (const [attempt, code, field] of cases) expect(await refusal(attempt())).toMatchObject({ code, field })
    expect(await refusal(grant(moderator, 'activity.read', other))).toMatchObject({
      sqlstate: '42501',
      code: 'xainik.permission_needed',
      params: { permission: 'users.manage' },
    })
  })
})
