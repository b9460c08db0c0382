import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addRequest, addUser } from './people.ts'

describe.each(databases)('resume requests on $engine', ({ open }) => {
  let db: TestDatabase
  let moderator: TestPerson
  let recruiter: TestPerson
  let veteran: TestPerson
  let request: string

  beforeAll(async () => {
    db = await open()
    moderator = await addUser(db, 'moderator', { name: 'Claire Fournier' })
    recruiter = await addUser(db, 'recruiter')
    veteran = await addUser(db, 'veteran')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    request = await addRequest(db, recruiter, veteran)
  })

  const move = (from: string, to: string, comment: string | null = 'Because.', id = randomUUID()) =>
    db.as(moderator, (query) =>
      query('select change_request_status($1, $2, $3, $4, $5)', [request, from, to, comment, id]),
    )
  const note = (text: string, id = randomUUID()) =>
    db.as(moderator, (query) => query('select add_recruiter_note($1, $2, $3)', [request, text, id]))
  const list = async (sql: string, params: unknown[] = []) =>
    (await db.query<{ value: string }>(sql, params)).map(({ value }) => value)

  test('every allowed transition is taken, and every other one refused', async () => {
    const statuses = await list('select unnest(enum_range(null::resume_request_status)) as value')
    for (const from of statuses) {
      const allowed = await list('select allowed_request_transitions($1) as value', [from])
      for (const to of statuses) {
        await db.query('update resume_requests set status = $1 where id = $2', [from, request])
        if (allowed.includes(to)) {
          await move(from, to)
          expect(await list('select status as value from resume_requests where id = $1', [request])).toEqual([to])
        } else {
          expect(await refusal(move(from, to)), `${from} to ${to}`).toMatchObject({
            sqlstate: 'OP400',
            code: 'request.transition_not_allowed',
            field: 'p_to_status',
          })
        }
      }
    }
  })

  test('a change is written down once, and both sides are told', async () => {
    const id = randomUUID()
    await move('pending', 'approved', null, id)
    expect(await db.query('select actor_user_id, details from user_activity_log where id = $1', [id])).toEqual([
      { actor_user_id: moderator.sub, details: { from: 'pending', to: 'approved' } },
    ])
    const told = await list(`select user_id as value from notifications where data ->> 'id' = $1`, [request])
    expect(told.sort()).toEqual([veteran.sub, recruiter.sub].sort())
  })

  test('a change from a status that has passed is lost; it can be repeated where still allowed', async () => {
    await move('pending', 'in_review')
    expect(await refusal(move('pending', 'approved'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'request.moved',
      current: { status: 'in_review', changed_by: 'Claire Fournier' },
      retryArgs: { p_from_status: 'in_review' },
    })
    expect((await refusal(move('pending', 'in_review'))).retryArgs).toBeNull()
  })

  test('declining needs a comment', async () => {
    expect(await refusal(move('pending', 'declined', ' '))).toMatchObject({
      code: 'request.comment_required',
      field: 'p_comment',
    })
  })

  test('a note lies on the recruiter’s file, where the recruiter sees it and the veteran does not', async () => {
    const id = randomUUID()
    await note('  Would start in 30 days. ', id)
    const seen = 'select author_user_id, note from recruiter_notes where id = $1'
    expect(await db.as(recruiter, (query) => query(seen, [id]))).toEqual([
      { author_user_id: moderator.sub, note: 'Would start in 30 days.' },
    ])
    expect(await db.as(veteran, (query) => query(seen, [id]))).toEqual([])
    expect(await refusal(note(' '))).toMatchObject({ code: 'request.note_empty', field: 'p_note' })
    expect(await refusal(note('x'.repeat(4001)))).toMatchObject({ code: 'xainik.text_too_long', field: 'p_note' })
  })
})
