import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import { meeting } from '#tests/support/meeting.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { refusal } from '#tests/support/refusal.ts'
import { addComment, addLesson, addParticipant, addPost, addSession, addUser } from './people.ts'

describe('several people at once on Postgres', () => {
  let db: TestDatabase
  let people: TestPerson[]

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'dracarys'] })
    people = []
    for (let number = 0; number < 8; number += 1) people.push(await addUser(db, 'learner'))
  })
  afterAll(() => db?.close())

  /** Everybody begins a transaction, and does their part of it when all have begun. */
  const together = (work: (who: TestPerson, number: number) => readonly [string, readonly unknown[]]) => {
    const all = meeting(people.length)
    return Promise.allSettled(
      people.map((who, number) =>
        db.as(who, async (query) => {
          await query('select 1')
          await all()
          const [sql, params] = work(who, number)
          return query(sql, params)
        }),
      ),
    )
  }
  const failures = (outcomes: PromiseSettledResult<unknown>[]) =>
    outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))
  /** Posts and comments whose counters differ from their votes. */
  const wrong = () =>
    db.query(
      `select t.id from (
         select id, 'post' as type, upvotes_count, downvotes_count from community_posts
         union all select id, 'comment', upvotes_count, downvotes_count from community_comments) t
       left join community_votes v on v.target_id = t.id and v.target_type = t.type
       group by t.id, upvotes_count, downvotes_count
       having upvotes_count <> count(*) filter (where vote_type = 'upvote')
         or downvotes_count <> count(*) filter (where vote_type = 'downvote')`,
    )

  test('votes that come, change and go at the same moment are all counted', async () => {
    const posts = [await addPost(db, people[0] as TestPerson), await addPost(db, people[1] as TestPerson)]
    const comment = await addComment(db, people[2] as TestPerson, posts[0] as string)
    const given = await together((who, number) => [
      `insert into community_votes (user_id, target_type, target_id, vote_type)
       values ($1, 'post', $2, $5), ($1, 'post', $3, 'downvote'), ($1, 'comment', $4, 'upvote')`,
      // Every other person names them the other way round: two who wait for each other in a circle would fail.
      [who.sub, posts[number % 2], posts[1 - (number % 2)], comment, number < 5 ? 'upvote' : 'downvote'],
    ])
    expect(failures(given)).toEqual([])
    expect(await wrong()).toEqual([])
    const changed = await together((who, number) =>
      number % 3 === 0
        ? ['delete from community_votes where user_id = $1', [who.sub]]
        : [
            `update community_votes set vote_type = case vote_type when 'upvote' then 'downvote' else 'upvote' end
             where user_id = $1`,
            [who.sub],
          ],
    )
    expect(failures(changed)).toEqual([])
    expect(await wrong()).toEqual([])
    expect(await db.query('select upvotes_count as up, downvotes_count as down from community_comments')).toEqual([
      { up: 0, down: 5 },
    ])
  })

  test('a post that is deleted while people vote on it leaves no vote behind', async () => {
    for (let round = 0; round < 5; round += 1) {
      const author = people[0] as TestPerson
      const post = await addPost(db, author)
      const outcomes = await together((who, number) =>
        number === 0
          ? ['delete from community_posts where id = $1', [post]]
          : [
              `insert into community_votes (user_id, target_type, target_id, vote_type) values ($1, 'post', $2, 'upvote')`,
              [who.sub, post],
            ],
      )
      expect(failures(outcomes).filter((failure) => !failure.includes('not there any more'))).toEqual([])
      expect(await db.query('select from community_votes where target_id = $1', [post])).toEqual([])
    }
    expect(await wrong()).toEqual([])
  })

  test('comments of eight people at the same moment are eight', async () => {
    const post = await addPost(db, people[0] as TestPerson)
    const outcomes = await together((who) => [
      `insert into community_comments (post_id, author_id, content) values ($1, $2, 'Me too.')`,
      [post, who.sub],
    ])
    expect(failures(outcomes)).toEqual([])
    expect(await db.query('select comments_count as n from community_posts where id = $1', [post])).toEqual([{ n: 8 }])
  })

  test('eight lessons that one learner completes at the same moment all count, once each', async () => {
    const learner = await addUser(db, 'learner')
    const gates: number[] = []
    for (let gate = 1; gate <= people.length; gate += 1) {
      await addLesson(db, { level: 5, xp: 100 * gate })
      gates.push(gate)
    }
    const all = meeting(gates.length)
    const complete = (gate: number) =>
      db.as(learner, async (query) => {
        await query('select 1')
        await all()
        await query('insert into user_progress (user_id, level_id, gate_id, completed) values ($1, 5, $2, true)', [
          learner.sub,
          gate,
        ])
        await query('update user_progress set score = 90 where user_id = $1 and gate_id = $2', [learner.sub, gate])
      })
    await Promise.all(gates.map(complete))
    const sum = await db.query(
      `select sum(xp_points)::int as xp, sum(lessons_completed)::int as lessons from leaderboard where user_id = $1`,
      [learner.sub],
    )
    expect(sum).toEqual([{ xp: 3600, lessons: 8 }])
    expect(await db.query('select total_xp as xp from user_profiles where id = $1', [learner.sub])).toEqual([
      { xp: 3600 },
    ])
  })

  test('the last place of a session goes to one', async () => {
    const host = await addUser(db, 'moderator')
    const session = await addSession(db, host, 24, 3)
    const outcomes = await together((who) => [
      'insert into session_participants (session_id, user_id) values ($1, $2)',
      [session, who.sub],
    ])
    expect(failures(outcomes)).toEqual([])
    expect(
      await db.query(
        `select attendance_status as status, count(*)::int as n from session_participants where session_id = $1
         group by 1 order by 1`,
        [session],
      ),
    ).toEqual([
      { status: 'registered', n: 3 },
      { status: 'waitlisted', n: 5 },
    ])
    expect(await db.query('select current_participants as n from live_sessions where id = $1', [session])).toEqual([
      { n: 3 },
    ])
    expect(await refusal(addParticipant(db, people[0] as TestPerson, session))).toMatchObject({
      constraint: 'session_participants_once',
    })
  })

  test('two admins who move lessons of a level at the same moment: the second decides again', async () => {
    const ids: string[] = []
    for (let gate = 0; gate < 3; gate += 1) ids.push(await addLesson(db, { level: 6 }))
    const admins = [await addUser(db, 'admin'), await addUser(db, 'admin')]
    const outcomes = await Promise.allSettled(
      admins.map((admin) => db.as(admin, (query) => query('select move_lesson($1, 3, 1)', [ids[2]]))),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.query('select order_index as n from lessons where level_id = 6 order by gate_id')).toEqual(
      [2, 3, 1].map((n) => ({ n })),
    )
  })
})
