import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Query, TestDatabase } from '#tests/support/database.ts'
import { meeting } from '#tests/support/meeting.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addMember, addTeam, signUp, type TestOwner } from './people.ts'

describe('several people at once on Postgres', () => {
  let db: TestDatabase
  let owner: TestOwner
  let staff: TestOwner[]

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'linkdev'] })
    owner = await signUp(db, 'Owner')
    staff = []
    for (const name of ['Inès', 'Daniel', 'Zoé', 'Tom']) staff.push(await signUp(db, name, 'admin'))
  })
  afterAll(() => db?.close())

  /** Runs each work in a transaction of its own; none begins before all are open, and each holds its locks a moment. */
  const together = async (works: readonly ((query: Query) => Promise<unknown>)[]) => {
    const meet = meeting(works.length)
    const outcomes = await Promise.allSettled(
      works.map((work, at) =>
        db.as(staff[at % staff.length] as TestOwner, async (query) => {
          await query('select 1')
          await meet()
          await work(query)
          await query('select pg_sleep(0.05)')
        }),
      ),
    )
    return outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => codeOf(reason))
  }

  test('the last seat is given to one of many invitations', async () => {
    const team = await addTeam(db, owner, { seats: 2 })
    const refused = await together(
      staff.map(
        (_, at) => (query) => query(`select invite_member($1, $2, 'member')`, [team, `guest${at}@example.com`]),
      ),
    )
    expect(refused).toEqual(Array(3).fill('invite.no_seat_left'))
    expect(await db.query(`select from invites where org_id = $1 and status = 'pending'`, [team])).toHaveLength(1)
  })

  test('of two owners whom two people remove, one stays', async () => {
    const team = await addTeam(db, owner)
    const other = await signUp(db, 'Other')
    await addMember(db, team, other, 'owner')
    const refused = await together(
      [owner, other].map((person) => (query) => query(`select remove_member($1, $2, 'owner')`, [team, person.sub])),
    )
    expect(refused).toEqual(['member.last_owner'])
    expect(
      await db.query(
        `select from organizations o join organization_members m on m.org_id = o.id and m.user_id = o.owner_id
         where o.id = $1 and m.role = 'owner'`,
        [team],
      ),
    ).toHaveLength(1)
  })

  test('of many who change the seats from the same number, one does and the others learn to what', async () => {
    const team = await addTeam(db, owner, { plan: 'business', seats: 5 })
    const refused = await together(
      staff.map((_, at) => (query) => query('select change_seats($1, 5, $2)', [team, 10 + at])),
    )
    expect(refused).toEqual(Array(3).fill('seats.changed_meanwhile'))
    expect(
      await db.query(`select from audit_logs where org_id = $1 and action = 'seats_changed'`, [team]),
    ).toHaveLength(1)
  })

  test('of many requests at once, as many are let through as the window holds', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, () =>
        db.query<{ allowed: boolean }>(
          `select (check_rate_limit_bucket('busy', 10, 31536000) ->> 'allowed')::boolean as allowed`,
        ),
      ),
    )
    expect(answers.flat().filter(({ allowed }) => allowed)).toHaveLength(10)
    expect(await db.query(`select request_count from rate_limits where bucket_key = 'busy'`)).toEqual([
      { request_count: 10 },
    ])
  })

  test('roll-ups that run at once give the sums once, whole', async () => {
    const team = await addTeam(db, owner)
    await db.query(
      `insert into usage_events (org_id, user_id, event_type, quantity, created_at)
       select $1, $2, 'api_call', n, '2026-01-01T10:00:00Z' from generate_series(1, 100) n`,
      [team, owner.sub],
    )
    const roll = () => db.query(`select aggregate_usage('daily', '2026-01-01Z', '2026-01-02Z')`)
    await Promise.all(Array.from({ length: 6 }, roll))
    expect(
      await db.query('select total::int, event_count::int from usage_aggregations where org_id = $1', [team]),
    ).toEqual([{ total: 5_050, event_count: 100 }])
  })

  test('a schedule that two jobs find due makes one reminder', async () => {
    const team = await addTeam(db, owner)
    await db.query(
      `insert into schedules (org_id, name, frequency, next_run_at)
       select $1, 'Run ' || n, 'daily', now() - interval '1 hour' from generate_series(1, 20) n`,
      [team],
    )
    await Promise.all(Array.from({ length: 4 }, () => db.query('select create_reminders_from_schedules()')))
    expect(await db.query('select from reminders where org_id = $1', [team])).toHaveLength(20)
  })
})

function codeOf(error: { readonly detail?: string }): string {
  return JSON.parse(error.detail ?? '{}').code
}
