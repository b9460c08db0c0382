import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addMember, addTeam, signUp, type TestOwner } from './people.ts'

describe.each(databases)('from an account to a workspace, on $engine', ({ open }) => {
  let db: TestDatabase
  let ada: TestOwner
  beforeAll(async () => {
    db = await open()
    ada = await signUp(db, 'Ada Byron')
  })
  afterAll(() => db?.close())

  test('signing up makes a person, a personal organisation, a membership as owner and a free subscription', async () => {
    const rows = await db.query(
      `select u.full_name, u.account_type, o.is_personal, o.org_type, m.role, s.plan_name, s.status::text, s.seats
       from users u join organizations o on o.owner_id = u.id
       join organization_members m on m.org_id = o.id and m.user_id = u.id
       join org_subscriptions s on s.org_id = o.id where u.id = $1`,
      [ada.sub],
    )
    expect(rows).toEqual([
      {
        full_name: 'Ada Byron',
        account_type: 'user',
        is_personal: true,
        org_type: 'personal',
        role: 'owner',
        plan_name: 'free',
        status: 'active',
        seats: 1,
      },
    ])
  })

  test('a second personal organisation, or one that belongs to nobody who asks, is refused', async () => {
    const attempt = (owner: string, personal: boolean) =>
      db.as(ada, (query) =>
        query(`insert into organizations (name, owner_id, slug, org_type) values ('X', $1, $2, $3)`, [
          owner,
          'somebody-else',
          personal ? 'personal' : 'business',
        ]),
      )
    const other = await signUp(db, 'Other')
    expect(await refusal(attempt(other.sub, false))).toMatchObject({ sqlstate: '42501' })
    expect(await refusal(attempt(ada.sub, true))).toMatchObject({ constraint: 'organizations_personal_type' })
    expect(
      await refusal(
        db.query(
          `insert into organizations (name, owner_id, slug, org_type, is_personal) values ('X', $1, 'second', 'personal', true)`,
          [ada.sub],
        ),
      ),
    ).toMatchObject({ constraint: 'organizations_one_personal' })
  })

  test('a user name is free until somebody has it, in whatever case', async () => {
    const isFree = async (name: string | null) =>
      (await db.query<{ free: boolean }>('select check_username_available($1) as free', [name]))[0]?.free
    expect(await isFree('ada_b')).toBe(true)
    await db.as(ada, (query) => query(`update users set username = 'Ada_B' where id = $1`, [ada.sub]))
    expect([await isFree('ada_b'), await isFree('ADA_B'), await isFree('a b'), await isFree(null)]).toEqual([
      false,
      false,
      false,
      false,
    ])
    const twin = await signUp(db, 'Twin')
    const taken = db.as(twin, (query) => query(`update users set username = 'ADA_b' where id = $1`, [twin.sub]))
    expect(await refusal(taken)).toMatchObject({ sqlstate: '23505' })
  })

  test('the first steps are noted once, by the person or by staff', async () => {
    const read = () =>
      db.query<{ at: Date }>('select onboarding_completed_at as at from users where id = $1 and onboarding_completed', [
        ada.sub,
      ])
    const stranger = await signUp(db, 'Stranger')
    const complete = (who: TestOwner) => db.as(who, (query) => query('select complete_onboarding($1)', [ada.sub]))
    expect(await refusal(complete(stranger))).toMatchObject({ sqlstate: '42501', code: 'staff_only' })
    await complete(ada)
    const first = await read()
    expect(first).toHaveLength(1)
    await complete(await signUp(db, 'Staff', 'admin'))
    expect(await read()).toEqual(first)
  })

  test('what a plan allows is told to members and staff; one that has ended counts as free', async () => {
    const team = await addTeam(db, ada, { plan: 'business', seats: 5 })
    const viewer = await signUp(db, 'Viewer')
    await addMember(db, team, viewer, 'viewer')
    const access = (who: TestOwner, key: string) =>
      db.as(who, (query) =>
        query<{ value: unknown }>('select check_feature_access($1, $2, $3) as value', [team, key, who.sub]),
      )
    expect(await access(viewer, 'max_records')).toEqual([{ value: { limit: 100_000 } }])
    expect((await access(viewer, 'features'))[0]?.value).toMatchObject({ sso: true, dedicated_support: false })
    expect(await refusal(access(await signUp(db, 'Else'), 'max_records'))).toMatchObject({
      code: 'organization.not_yours',
    })
    await db.query(`update org_subscriptions set status = 'canceled' where org_id = $1`, [team])
    expect(await access(await signUp(db, 'Staff', 'admin'), 'max_records')).toEqual([{ value: { limit: 100 } }])
  })
})
