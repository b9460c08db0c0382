import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addParticipant, addSession, addUser } from './people.ts'

describe.each(databases)('live sessions on $engine', ({ open }) => {
  let db: TestDatabase
  let moderator: TestPerson
  let learner: TestPerson

  beforeAll(async () => {
    db = await open()
    moderator = await addUser(db, 'moderator')
    learner = await addUser(db, 'learner')
  })
  afterAll(() => db?.close())

  const call = (sql: string, params: readonly unknown[], who = moderator) =>
    db.as(who, (query) => query(`select ${sql}`, params))
  const row = async (id: string, table = 'live_sessions') =>
    (await db.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]

  const plan = (changed: Readonly<Record<string, unknown>> = {}) => {
    const values = {
      title: 'Reading charts',
      host: moderator.sub,
      type: 'workshop',
      minutes: 60,
      max: -1,
      url: null,
      ...changed,
    }
    const id = randomUUID()
    const at = changed.at ?? new Date(Date.now() + 86_400_000).toISOString()
    const args = [values.title, values.host, values.type, at, values.minutes, values.max, values.url, id]
    const sql =
      'schedule_session($1, $2, $3, $4, $5, p_max_participants => $6, p_meeting_url => $7, p_session_id => $8)'
    return { id, done: call(sql, args) }
  }

  test('a session is scheduled ahead, with the id that the caller made', async () => {
    const { id, done } = plan({ url: 'https://meet.example/abc' })
    await done
    expect(await row(id)).toMatchObject({ title: 'Reading charts', status: 'scheduled', current_participants: 0 })
    const acts = await db.query('select activity_type as what from user_activity_log where entity_id = $1', [id])
    expect(acts).toEqual([{ what: 'session.scheduled' }])
  })

  test.each([
    ['title', ' ', 'session.title_invalid', 'p_title'],
    ['host', randomUUID(), 'session.host_unknown', 'p_host_id'],
    ['type', 'party', 'session.type_unknown', 'p_session_type'],
    ['at', '2020-01-01T00:00:00Z', 'session.in_the_past', 'p_scheduled_at'],
    ['minutes', 4, 'session.duration_invalid', 'p_minutes'],
    ['max', 0, 'session.max_invalid', 'p_max_participants'],
    ['url', 'meet.example/abc', 'session.url_invalid', 'p_meeting_url'],
  ])('a session whose %s is %s is refused with %s', async (name, value, code, field) => {
    expect(await refusal(plan({ [name]: value }).done)).toMatchObject({ sqlstate: 'OP400', code, field })
  })

  test('a session that is ahead is cancelled once, for a reason, at the time that was read', async () => {
    const id = await addSession(db, moderator, 24)
    const at = (await row(id))?.scheduled_at as Date
    const cancel = (from: Date, reason = 'The host is ill.') => call('cancel_session($1, $2, $3)', [id, from, reason])
    expect(await refusal(cancel(at, ''))).toMatchObject({ code: 'dracarys.reason_required' })
    await db.query(`update live_sessions set scheduled_at = scheduled_at + interval '1 hour' where id = $1`, [id])
    const lost = await refusal(cancel(at))
    expect(lost).toMatchObject({ sqlstate: 'OP409', code: 'session.moved' })
    expect(new Date(String(lost.retryArgs?.p_from_scheduled_at)).getTime()).toBe(at.getTime() + 3_600_000)
    await cancel((await row(id))?.scheduled_at as Date)
    expect(await row(id)).toMatchObject({ status: 'cancelled', metadata: { cancel_reason: 'The host is ill.' } })
    expect(await refusal(cancel(at))).toMatchObject({
      sqlstate: 'OP409',
      code: 'session.not_ahead',
      current: { status: 'cancelled', reason: 'The host is ill.' },
      retryArgs: null,
    })
    expect(await refusal(addParticipant(db, learner, id))).toMatchObject({ code: 'session.closed' })
  })

  test('who registers for a full session waits, and a place that is given counts', async () => {
    const id = await addSession(db, moderator, 24, 1)
    const first = await addParticipant(db, learner, id)
    const second = await addParticipant(db, await addUser(db, 'learner'), id)
    expect(await row(second, 'session_participants')).toMatchObject({ attendance_status: 'waitlisted' })
    expect(await row(id)).toMatchObject({ current_participants: 1 })
    await db.query('delete from session_participants where id = $1', [first])
    expect(await row(id)).toMatchObject({ current_participants: 0 })
    await call(`mark_attendance($1, 'waitlisted', 'registered')`, [second])
    expect(await row(id)).toMatchObject({ current_participants: 1 })
  })

  test('attendance is marked once the session has begun, on the status that was read', async () => {
    const ahead = await addParticipant(db, learner, await addSession(db, moderator, 24))
    expect(await refusal(call(`mark_attendance($1, 'registered', 'attended')`, [ahead]))).toMatchObject({
      code: 'attendance.too_early',
      field: 'p_to_status',
    })
    const id = await addParticipant(db, learner, await addSession(db, moderator, -2))
    const mark = (from: string, to: string) => call('mark_attendance($1, $2, $3)', [id, from, to])
    await mark('registered', 'attended')
    expect(await row(id, 'session_participants')).toMatchObject({
      attendance_status: 'attended',
      joined_at: expect.any(Date),
    })
    expect(await refusal(mark('registered', 'missed'))).toMatchObject({
      sqlstate: 'OP409',
      code: 'attendance.marked_already',
      current: { attendance_status: 'attended' },
      retryArgs: { p_from_status: 'attended' },
    })
    await mark('attended', 'missed')
    expect(await row(id, 'session_participants')).toMatchObject({ attendance_status: 'missed', joined_at: null })
    expect(await refusal(mark('missed', 'missed'))).toMatchObject({ code: 'attendance.unchanged' })
    expect(await refusal(mark('missed', 'gone'))).toMatchObject({ code: 'attendance.status_required' })
    expect(await refusal(call(`mark_attendance($1, 'missed', 'attended')`, [id], learner))).toMatchObject({
      code: 'dracarys.staff_only',
    })
  })
})
