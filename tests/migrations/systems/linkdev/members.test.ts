import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addMember, addTeam, signUp, type TestOwner } from './people.ts'

describe.each(databases)('invitations, members and staff on $engine', ({ open }) => {
  let db: TestDatabase
  let owner: TestOwner
  let member: TestOwner
  let admin: TestOwner
  let boss: TestOwner
  let team: string
  beforeAll(async () => {
    db = await open()
    owner = await signUp(db, 'Owner')
    member = await signUp(db, 'Member')
    admin = await signUp(db, 'Admin', 'admin')
    boss = await signUp(db, 'Boss', 'super_admin')
  })
  beforeEach(async () => {
    team = await addTeam(db, owner, { seats: 3 })
    await addMember(db, team, member, 'member')
  })
  afterAll(() => db?.close())

  const call = (who: TestOwner, sql: string, ...params: unknown[]) => db.as(who, (query) => query(sql, params))
  const invite = (who: TestOwner, email: string, role = 'member', expires: string | null = null) =>
    call(who, 'select invite_member($1, $2, $3, $4)', team, email, role, expires)
  const change = (who: TestOwner, person: TestOwner, from: string, to: string) =>
    call(who, 'select change_member_role($1, $2, $3, $4)', team, person.sub, from, to)
  const remove = (who: TestOwner, person: TestOwner, from: string) =>
    call(who, 'select remove_member($1, $2, $3)', team, person.sub, from)

  test('an invitation has the id and the secret that it was given, and tells the person', async () => {
    const id = randomUUID()
    const token = 'a'.repeat(43)
    await call(
      admin,
      'select invite_member($1, $2, $3, null, $4, $5, $6)',
      team,
      ' New@Example.com ',
      'viewer',
      id,
      token,
      '2026-01-01Z',
    )
    expect(await db.query('select email, role, status, token, expires_at from invites where id = $1', [id])).toEqual([
      { email: 'new@example.com', role: 'viewer', status: 'pending', token, expires_at: new Date('2026-01-08Z') },
    ])
    const told = await db.query('select event from notifications_outbox where id = md5($1)::uuid', [
      `${id}:notification`,
    ])
    expect(told).toEqual([{ event: 'member.invited' }])
  })

  test('an invitation is refused in words, on its field', async () => {
    await invite(owner, 'open@example.com')
    const refused = async (attempt: Promise<unknown>) => {
      const { sqlstate, code, field } = await refusal(attempt)
      return [sqlstate, code, field]
    }
    expect(await refused(invite(admin, 'nobody'))).toEqual(['OP400', 'invite.email_invalid', 'p_email'])
    expect(await refused(invite(admin, 'a@b.co', 'owner'))).toEqual(['OP400', 'invite.role_invalid', 'p_role'])
    expect(await refused(invite(admin, 'a@b.co', 'member', '2099-01-01Z'))).toEqual([
      'OP400',
      'invite.expiry_invalid',
      'p_expires_at',
    ])
    expect(await refused(invite(admin, member.email))).toEqual(['OP400', 'invite.already_member', 'p_email'])
    expect(await refused(invite(admin, 'OPEN@example.com'))).toEqual(['OP400', 'invite.already_pending', 'p_email'])
    expect(await refused(invite(admin, 'a@b.co'))).toEqual(['OP400', 'invite.no_seat_left', 'p_org_id'])
    expect(await refused(invite(member, 'a@b.co'))).toEqual(['42501', 'manager_only', undefined])
  })

  test('an open invitation keeps a seat until it is revoked or lapses', async () => {
    const invitesOf = (email: string) =>
      db.query<{ id: string; status: string }>('select id, status from invites where org_id = $1 and email = $2', [
        team,
        email,
      ])
    await invite(owner, 'one@example.com')
    const [one] = await invitesOf('one@example.com')
    await call(owner, 'select revoke_invite($1)', one?.id)
    await invite(owner, 'two@example.com')
    await db.query(
      `update invites set created_at = now() - interval '9 days', expires_at = now() - interval '1 hour'
       where org_id = $1 and email = 'two@example.com'`,
      [team],
    )
    await invite(owner, 'two@example.com')
    expect((await invitesOf('two@example.com')).map(({ status }) => status).sort()).toEqual(['expired', 'pending'])
    await db.query(
      `update invites set created_at = now() - interval '9 days', expires_at = now() - interval '1 hour'
       where org_id = $1 and status = 'pending'`,
      [team],
    )
    const [swept] = await db.query<{ n: number }>('select cleanup_expired_invites() as n')
    expect(swept?.n).toBeGreaterThanOrEqual(1)
  })

  test('revoking an invitation that was accepted meanwhile is a conflict that shows so', async () => {
    await invite(owner, 'late@example.com')
    const [row] = await db.query<{ id: string }>(
      `update invites set status = 'accepted', accepted_at = now() where org_id = $1 returning id`,
      [team],
    )
    expect(await refusal(call(admin, 'select revoke_invite($1)', row?.id))).toMatchObject({
      sqlstate: 'OP409',
      code: 'invite.not_pending',
      current: { status: 'accepted' },
      retryArgs: null,
    })
    expect(await refusal(call(admin, 'select revoke_invite($1)', randomUUID()))).toMatchObject({
      code: 'invite.unknown',
    })
  })

  test('a role that somebody else has changed is a conflict, with what would make it right', async () => {
    await change(owner, member, 'member', 'viewer')
    expect(await refusal(change(admin, member, 'member', 'owner'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'member.role_changed_meanwhile',
      current: { role: 'viewer' },
      retryArgs: { p_from_role: 'viewer' },
    })
    await change(admin, member, 'viewer', 'owner')
    await remove(admin, member, 'owner')
    expect(await refusal(remove(admin, member, 'owner'))).toMatchObject({ sqlstate: 'OP409', code: 'member.gone' })
  })

  test('an organisation always has an owner, and hands itself on when its first one goes', async () => {
    expect(await refusal(remove(admin, owner, 'owner'))).toMatchObject({ code: 'member.last_owner' })
    expect(await refusal(change(admin, owner, 'owner', 'viewer'))).toMatchObject({ code: 'member.last_owner' })
    await change(admin, member, 'member', 'owner')
    await remove(member, owner, 'owner')
    expect(await db.query('select owner_id from organizations where id = $1', [team])).toEqual([
      { owner_id: member.sub },
    ])
    const personal = call(admin, `select remove_member($1, $2, 'owner')`, owner.personal, owner.sub)
    expect(await refusal(personal)).toMatchObject({ code: 'member.personal_owner' })
  })

  test('everybody may leave; nobody but staff and owners removes somebody else', async () => {
    expect(await refusal(remove(member, owner, 'owner'))).toMatchObject({ code: 'manager_only' })
    expect(await refusal(change(member, member, 'member', 'owner'))).toMatchObject({ code: 'manager_only' })
    await remove(member, member, 'member')
    expect(await db.query('select from organization_members where org_id = $1', [team])).toHaveLength(1)
  })

  test('only super admins make staff, never of themselves, and consoles are told', async () => {
    const make = (who: TestOwner, person: TestOwner, from: string, to: string) =>
      call(who, 'select change_account_type($1, $2, $3)', person.sub, from, to)
    expect(await refusal(make(admin, member, 'user', 'admin'))).toMatchObject({ code: 'super_admin_only' })
    expect(await refusal(make(boss, boss, 'super_admin', 'user'))).toMatchObject({ code: 'account.own' })
    expect(await refusal(make(boss, member, 'admin', 'super_admin'))).toMatchObject({
      sqlstate: 'OP409',
      retryArgs: { p_from_type: 'user' },
    })
    const role = async (who: TestOwner) => (await call(who, 'select console_role() as role'))[0]
    expect(await role(member)).toEqual({ role: null })
    await make(boss, member, 'user', 'admin')
    expect(await role(member)).toEqual({ role: 'admin' })
    await make(boss, member, 'admin', 'user')
  })
})
