import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addEndorsement, addLink, addPitch, addUser } from './people.ts'

describe.each(databases)('moderation on $engine', ({ open }) => {
  let db: TestDatabase
  let moderator: TestPerson
  let veteran: TestPerson
  let supporter: TestPerson
  let pitch: string

  beforeAll(async () => {
    db = await open()
    moderator = await addUser(db, 'moderator', { name: 'Claire Fournier' })
    veteran = await addUser(db, 'veteran')
    supporter = await addUser(db, 'supporter')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    pitch = await addPitch(db, veteran)
  })

  const moderate = (
    to: string,
    { from = 'pending', version = 1, reason = null as string | null, id = randomUUID(), by = moderator } = {},
  ) =>
    db.as(by, (query) => query('select moderate_pitch($1, $2, $3, $4, $5, $6)', [pitch, to, from, version, reason, id]))
  const row = async (table = 'pitches', id = pitch) =>
    (await db.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]

  test('an approved pitch is public, one activity with the decision’s id says who did it, and the veteran is told', async () => {
    const id = randomUUID()
    await moderate('approved', { id })
    expect(await row()).toMatchObject({ moderation_status: 'approved', moderated_by: moderator.sub, moderation_id: id })
    expect(await db.as('anon', (query) => query('select * from public_pitches where id = $1', [pitch]))).toHaveLength(1)
    expect(await db.query('select * from user_activity_log where id = $1', [id])).toMatchObject([
      {
        activity_type: 'pitch.moderated',
        actor_user_id: moderator.sub,
        user_id: veteran.sub,
        entity_id: pitch,
        details: { from: 'pending', to: 'approved', content_version: 1 },
      },
    ])
    expect(await db.query(`select kind from notifications where data ->> 'id' = $1`, [pitch])).toEqual([
      { kind: 'pitch.approved' },
    ])
  })

  test('hiding needs a reason, which the author is told; restoring takes it away again', async () => {
    expect(await refusal(moderate('hidden', { reason: '  ' }))).toMatchObject({
      sqlstate: 'OP400',
      code: 'moderation.reason_required',
      field: 'p_reason',
    })
    await moderate('hidden', { reason: 'Too short.' })
    expect(await row()).toMatchObject({ moderation_status: 'hidden', moderation_reason: 'Too short.' })
    await moderate('approved', { from: 'hidden' })
    expect(await row()).toMatchObject({ moderation_status: 'approved', moderation_reason: null })
    const told = `select kind from notifications where data ->> 'id' = $1 order by kind`
    expect(await db.query(told, [pitch])).toEqual([{ kind: 'pitch.hidden' }, { kind: 'pitch.restored' }])
  })

  test('a decision on what another has decided is lost, with that decision and a way to replace it', async () => {
    await moderate('approved')
    expect(await refusal(moderate('hidden', { reason: 'No.' }))).toMatchObject({
      sqlstate: 'OP409',
      code: 'moderation.already_decided',
      current: { status: 'approved', moderator: 'Claire Fournier' },
      retryArgs: { p_from_status: 'approved' },
    })
    expect((await refusal(moderate('approved'))).retryArgs).toBeNull()
    expect(await refusal(moderate('approved', { from: 'approved' }))).toMatchObject({ code: 'moderation.unchanged' })
  })

  test('a text that its author has edited waits again, and a decision on the old text is lost', async () => {
    await moderate('approved')
    await db.as(veteran, (query) => query(`update pitches set pitch_text = 'New words.' where id = $1`, [pitch]))
    expect(await row()).toMatchObject({ moderation_status: 'pending', content_version: 2 })
    expect(await refusal(moderate('hidden', { reason: 'No.', from: 'approved' }))).toMatchObject({
      sqlstate: 'OP409',
      code: 'moderation.edited',
      retryArgs: { p_content_version: 2, p_from_status: 'pending' },
    })
    await db.as(veteran, (query) => query('update pitches set is_active = false where id = $1', [pitch]))
    expect(await row()).toMatchObject({ content_version: 2 })
  })

  test('what is hidden stays hidden when it is edited', async () => {
    await moderate('hidden', { reason: 'No.' })
    await db.as(veteran, (query) => query(`update pitches set title = 'Another' where id = $1`, [pitch]))
    expect(await row()).toMatchObject({ moderation_status: 'hidden', content_version: 2 })
  })

  test('a hidden endorsement is told to who wrote it, an approved one to whom it is about', async () => {
    const decide = (id: string, to: string, reason: string | null) =>
      db.as(moderator, (query) => query(`select moderate_endorsement($1, $2, 'pending', 1, $3)`, [id, to, reason]))
    const [hidden, approved] = [
      await addEndorsement(db, veteran, supporter),
      await addEndorsement(db, veteran, supporter),
    ]
    await decide(hidden, 'hidden', 'Advertises.')
    await decide(approved, 'approved', null)
    const told = `select user_id from notifications where data ->> 'id' = $1`
    expect(await db.query(told, [hidden])).toEqual([{ user_id: supporter.sub }])
    expect(await db.query(told, [approved])).toEqual([{ user_id: veteran.sub }])
  })

  test('a hidden link leads nowhere; an open one counts its visits and shows its message only when approved', async () => {
    await moderate('approved')
    const token = randomUUID()
    const link = await addLink(db, supporter, pitch, token)
    const visit = async () =>
      (
        await db.as('anon', (query) =>
          query<{ page: Record<string, unknown> | null }>('select open_shared_pitch($1) as page', [token]),
        )
      )[0]?.page
    expect(await visit()).toMatchObject({ message: null, pitch: { id: pitch, title: 'Logistics lead' } })
    expect((await visit())?.pitch).not.toHaveProperty('resume_url')
    const decide = (to: string, from: string, reason: string | null = null) =>
      db.as(moderator, (query) => query('select moderate_shared_pitch($1, $2, $3, 1, $4)', [link, to, from, reason]))
    await decide('approved', 'pending')
    expect(await visit()).toMatchObject({ message: 'Worth a look.' })
    await decide('hidden', 'approved', 'Private.')
    expect(await visit()).toBeNull()
    expect(await row('shared_pitches', link)).toMatchObject({ view_count: 3 })
  })

  test('nobody but permitted staff moderates', async () => {
    for (const person of [veteran, supporter, await addUser(db, 'moderator', { isActive: false })]) {
      expect(await refusal(moderate('approved', { by: person }))).toMatchObject({
        sqlstate: '42501',
        code: 'xainik.staff_only',
      })
    }
    const byHand = db.as(moderator, (query) => query(`update pitches set moderation_status = 'approved'`))
    expect(await refusal(byHand)).toMatchObject({ sqlstate: '42501' })
  })

  test('what is wrong is said on its field', async () => {
    expect(await refusal(moderate('pending'))).toMatchObject({ code: 'moderation.status_required', field: 'p_status' })
    expect(await refusal(moderate('hidden', { reason: 'x'.repeat(2001) }))).toMatchObject({
      code: 'xainik.text_too_long',
      field: 'p_reason',
      params: { length: 2001, max: 2000 },
    })
    await db.query('delete from pitches where id = $1', [pitch])
    expect(await refusal(moderate('approved'))).toMatchObject({ code: 'moderation.gone', field: 'p_pitch_id' })
  })
})
