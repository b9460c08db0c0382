import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { meeting } from '#tests/support/meeting.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { refusal } from '#tests/support/refusal.ts'
import { addSession, addSubscription, addUsage, addUser } from './people.ts'

describe('several people at once on Postgres', () => {
  let db: TestDatabase
  let admins: TestPerson[]
  let person: TestPerson

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'resumepilot'] })
    const may = ['usage', 'subscriptions', 'retention']
    admins = await Promise.all(Array.from({ length: 8 }, () => addUser(db, 'admin', { may })))
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    person = await addUser(db)
  })

  const used = () =>
    db.query('select interviews_used, cover_letters_used from usage_tracking where user_id = $1', [person.sub])

  test('no interview is lost, however many are counted at the same moment, the first of a month among them', async () => {
    const met = meeting(16)
    const counting = Array.from({ length: 16 }, (_none, at) =>
      db.as(person, async (query) => {
        await met()
        await query('select increment_usage($1, $2)', [person.sub, at % 4 === 0 ? 'cover_letter' : 'interview'])
      }),
    )
    await Promise.all(counting)
    expect(await used()).toEqual([{ interviews_used: 12, cover_letters_used: 4 }])
  })

  test('a correction waits for the interview that is being counted, and is a conflict then', async () => {
    const id = await addUsage(db, person, 5)
    const correcting = await db.as(person, async (query) => {
      await query(`select increment_usage($1, 'interview')`, [person.sub])
      const waiting = refusal(
        db.as(admins[0] as TestPerson, (other) => other(`select correct_usage($1, 5, 0, 0, 0, 'Reset.')`, [id])),
      )
      await blocked()
      return { waiting }
    })
    expect(await correcting.waiting).toMatchObject({
      sqlstate: 'OP409',
      code: 'usage.counted',
      current: { interviews_used: 6 },
    })
    expect(await used()).toMatchObject([{ interviews_used: 6 }])
  })

  test('of eight corrections on the same count one holds', async () => {
    const id = await addUsage(db, person, 9)
    const outcomes = await Promise.allSettled(
      admins.map((admin, to) =>
        db.as(admin, (query) => query(`select correct_usage($1, 9, 0, $2, 0, 'Mine.')`, [id, to])),
      ),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('two subscriptions of one person are not both made active at the same moment', async () => {
    const [one, two] = [
      await addSubscription(db, person, 'pro', 'canceled'),
      await addSubscription(db, person, 'career', 'canceled'),
    ]
    const activate = (by: number, id: string, plan: string) =>
      db.as(admins[by] as TestPerson, (query) =>
        query(
          `select change_subscription($1, $2::text, 'canceled', false, $2::text::plan_choice, 'active', false, 'Back.')`,
          [id, plan],
        ),
      )
    const outcomes = await Promise.allSettled([activate(0, one, 'pro'), activate(1, two, 'career')])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const active = `select from subscriptions where user_id = $1 and status = 'active'`
    expect(await db.query(active, [person.sub])).toHaveLength(1)
  })

  test('several purges at once delete every interview exactly once', async () => {
    for (let number = 0; number < 30; number += 1) await addSession(db, person, { age: '3 years' })
    const answers = await Promise.all(
      admins.map((admin) =>
        db.as(admin, (query) =>
          query<{ answer: { purged: { interview_sessions: number } } }>(`select purge_due('interviews') as answer`),
        ),
      ),
    )
    const purged = answers.reduce((sum, [row]) => sum + (row?.answer.purged.interview_sessions ?? 0), 0)
    expect(purged).toBe(30)
    expect(await db.query('select from interview_sessions')).toEqual([])
  })

  test('two super admins who suspend each other at the same moment: one stays', async () => {
    const [one, two] = [await addUser(db, 'super_admin'), await addUser(db, 'super_admin')]
    const suspend = (by: TestPerson, whom: { row: string }) =>
      db.as(by, (query) => query(`select suspend_admin($1, true, 'You first.')`, [whom.row]))
    const outcomes = await Promise.allSettled([suspend(one, two), suspend(two, one)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      await db.query(`select from admin_users where role = 'super_admin' and not permissions @> '{"suspended": true}'`),
    ).toHaveLength(1)
  })

  /** Until somebody waits for a lock of another. */
  async function blocked(): Promise<void> {
    const waiting = () =>
      db.query(
        `select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`,
      )
    while ((await waiting()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
})
