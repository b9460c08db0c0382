import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addLesson, addUser, assessment, content } from './people.ts'

describe.each(databases)('lessons on $engine', ({ open }) => {
  let db: TestDatabase
  let admin: TestPerson
  let lesson: string

  beforeAll(async () => {
    db = await open()
    admin = await addUser(db, 'admin')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    lesson = await addLesson(db, { isActive: false })
  })

  const call = (sql: string, params: readonly unknown[], who = admin) =>
    db.as(who, (query) => query(`select ${sql}`, params))
  const row = async () => (await db.query<Record<string, unknown>>('select * from lessons where id = $1', [lesson]))[0]
  const edit = (
    { title = 'Candles', version = 1, text = content as unknown, questions = assessment as unknown } = {},
    id = randomUUID(),
  ) =>
    call('edit_lesson($1, $2, $3, $4, $5, $6)', [
      lesson,
      version,
      title,
      JSON.stringify(text),
      JSON.stringify(questions),
      id,
    ])

  test('an edit makes a new version, and the log keeps what stood before', async () => {
    const id = randomUUID()
    const text = { sections: [{ type: 'video', title: 'Film', url: 'https://videos.example/1' }] }
    await edit({ text }, id)
    expect(await row()).toMatchObject({ title: 'Candles', content_data: text, content_version: 2 })
    const [entry] = await db.query<{ metadata: object }>('select metadata from user_activity_log where id = $1', [id])
    expect(entry?.metadata).toMatchObject({ content_before: content, from_version: 1, to_version: 2 })
    expect(entry?.metadata).not.toHaveProperty('assessment_before')
    await edit({ text, questions: null, version: 2 })
    expect(await row()).toMatchObject({ assessment_data: null, content_version: 3 })
  })

  test('an edit of what somebody else has edited meanwhile is a conflict that can be put on top', async () => {
    await edit()
    expect(await refusal(edit({ title: 'Mine' }))).toMatchObject({
      sqlstate: 'OP409',
      code: 'lesson.edited',
      params: { lesson: 'Candles' },
      current: { title: 'Candles', content_version: 2 },
      retryArgs: { p_content_version: 2 },
    })
    await edit({ title: 'Mine', version: 2 })
    expect(await row()).toMatchObject({ title: 'Mine', content_version: 3 })
    expect(await refusal(edit({ title: 'Mine', version: 3 }))).toMatchObject({ code: 'lesson.unchanged' })
    expect(await refusal(edit({ title: ' ', version: 3 }))).toMatchObject({
      code: 'lesson.title_invalid',
      field: 'p_title',
    })
  })

  const question = assessment.questions[0]
  const asked = (changed: object) => ({ passing_score: 70, questions: [question, { ...question, ...changed }] })
  const section = (of: object) => ({ sections: [content.sections[0], of] })
  test.each([
    ['content.not_an_object', 'content', []],
    ['content.no_sections', 'sections', { sections: [] }],
    ['content.no_sections', 'sections', {}],
    ['content.type_unknown', 'sections[1].type', section({ type: 'game', title: 'T' })],
    ['content.type_unknown', 'sections[1].type', { sections: [content.sections[0], 5] }],
    ['content.title_missing', 'sections[1].title', section({ type: 'text', title: ' ', body: 'B' })],
    ['content.body_missing', 'sections[1].body', section({ type: 'exercise', title: 'T' })],
    ['content.url_invalid', 'sections[1].url', section({ type: 'chart', title: 'T', url: 'http://a.example' })],
  ])('content is refused with %s at %s', async (code, path, text) => {
    expect(await refusal(edit({ text }))).toMatchObject({ code, field: 'p_content_data', params: { path } })
  })
  test.each([
    ['assessment.not_an_object', 'assessment', 7],
    ['assessment.passing_score', 'passing_score', { ...assessment, passing_score: 101 }],
    ['assessment.passing_score', 'passing_score', { questions: [question] }],
    ['assessment.no_questions', 'questions', { passing_score: 70 }],
    ['assessment.prompt_missing', 'questions[1].prompt', asked({ prompt: 4 })],
    ['assessment.too_few_options', 'questions[1].options', asked({ options: ['One'] })],
    ['assessment.too_few_options', 'questions[1].options', asked({ options: 'One' })],
    ['assessment.option_empty', 'questions[1].options', asked({ options: ['One', ' '] })],
    ['assessment.option_twice', 'questions[1].options', asked({ options: ['One', 'Two', 'One '] })],
    ['assessment.correct_unknown', 'questions[1].correct', asked({ correct: 2 })],
    ['assessment.correct_unknown', 'questions[1].correct', asked({ correct: 0.5 })],
    ['assessment.correct_unknown', 'questions[1].correct', asked({ correct: '1' })],
    ['assessment.correct_unknown', 'questions[1].correct', asked({ correct: -1 })],
  ])('questions are refused with %s at %s', async (code, path, questions) => {
    expect(await refusal(edit({ questions }))).toMatchObject({ code, field: 'p_assessment_data', params: { path } })
    expect(await row()).toMatchObject({ content_version: 1 })
  })

  test('a draft is published as it was read, and only when nothing is wrong with it', async () => {
    await db.query(`update lessons set content_data = '{"sections": []}' where id = $1`, [lesson])
    const publish = (version: number) => call('publish_lesson($1, $2)', [lesson, version])
    expect(await refusal(publish(1))).toMatchObject({ code: 'content.no_sections', field: 'p_lesson_id' })
    await edit()
    expect(await refusal(publish(1))).toMatchObject({ code: 'lesson.edited', retryArgs: { p_content_version: 2 } })
    await publish(2)
    expect(await row()).toMatchObject({ is_active: true })
    expect(await refusal(publish(2))).toMatchObject({
      sqlstate: 'OP409',
      code: 'lesson.published_already',
      retryArgs: null,
    })
  })

  test('a published lesson becomes a draft for a reason', async () => {
    const back = (reason: string) => call('unpublish_lesson($1, $2)', [lesson, reason])
    expect(await refusal(back('Outdated.'))).toMatchObject({ sqlstate: 'OP409', code: 'lesson.draft_already' })
    await call('publish_lesson($1, 1)', [lesson])
    expect(await refusal(back(''))).toMatchObject({ code: 'dracarys.reason_required', field: 'p_reason' })
    await back('Outdated.')
    expect(await row()).toMatchObject({ is_active: false })
    const acts = await db.query(
      `select activity_type as what, user_id from user_activity_log where entity_id = $1 order by 1`,
      [lesson],
    )
    expect(acts).toEqual(['lesson.published', 'lesson.unpublished'].map((what) => ({ what, user_id: admin.sub })))
  })

  test('a lesson that is moved makes room, in its level only', async () => {
    const level = 40
    const ids: string[] = []
    for (let gate = 0; gate < 4; gate += 1) ids.push(await addLesson(db, { level }))
    const order = async () =>
      (await db.query<{ id: string }>('select id from lessons where level_id = $1 order by order_index', [level])).map(
        ({ id }) => ids.indexOf(id),
      )
    const move = (which: number, from: number, to: number) =>
      call('move_lesson($1, $2, $3)', [ids[which] as string, from, to])
    const elsewhere = await db.query('select id, order_index from lessons where level_id <> $1 order by id', [level])
    await move(3, 4, 2)
    expect(await order()).toEqual([0, 3, 1, 2])
    await move(0, 1, 4)
    expect(await order()).toEqual([3, 1, 2, 0])
    expect(await db.query('select order_index as n from lessons where level_id = $1 order by 1', [level])).toEqual(
      [1, 2, 3, 4].map((n) => ({ n })),
    )
    expect(await db.query('select id, order_index from lessons where level_id <> $1 order by id', [level])).toEqual(
      elsewhere,
    )
    expect(await refusal(move(0, 1, 2))).toMatchObject({
      sqlstate: 'OP409',
      code: 'lesson.moved_already',
      current: { order_index: 4 },
      retryArgs: { p_from_place: 4 },
    })
    expect(await refusal(move(0, 4, 5))).toMatchObject({ code: 'lesson.place_unknown', params: { count: 4 } })
    expect(await refusal(move(0, 4, 4))).toMatchObject({ code: 'lesson.place_unchanged' })
  })

  test('moderators and learners leave lessons alone', async () => {
    for (const who of [await addUser(db, 'moderator'), await addUser(db, 'learner')]) {
      for (const sql of ['publish_lesson($1, 1)', `unpublish_lesson($1, 'No.')`, 'move_lesson($1, 1, 2)']) {
        expect(await refusal(call(sql, [lesson], who)), sql).toMatchObject({
          sqlstate: '42501',
          code: 'dracarys.admin_only',
        })
      }
      const changed = await db.as(who, (query) => query(`update lessons set subtitle = 'Mine' returning id`))
      expect(changed).toEqual([])
    }
    const sql = `update lessons set is_active = true`
    expect(await refusal(db.as(admin, (query) => query(sql)))).toMatchObject({ sqlstate: '42501' })
  })
})
