import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dracarys } from '#shared/systems/dracarys/manifest.ts'
import { messages } from '#shared/systems/dracarys/messages.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { testWords } from '../manifest-words.ts'
import {
  addAchievement,
  addComment,
  addLesson,
  addParticipant,
  addPlan,
  addPost,
  addSession,
  addSubscription,
  addUser,
} from './people.ts'

const { actions } = dracarys

describe('the words of dracarys', () => {
  let db: TestDatabase
  let admin: TestPerson

  beforeAll(async () => {
    db = await createDatabase({ layers: ['platform', 'dracarys'] })
    admin = await addUser(db, 'admin')
  })
  afterAll(() => db?.close())

  testWords(dracarys, messages, { db: () => db, admin: () => admin })

  test('say what each decision is about', async () => {
    const learner = await addUser(db, 'learner', 'Awa Diop')
    const subject = async (action: string, args: Record<string, string>) =>
      (await db.as(admin, (query) => query(actions[action]?.subject ?? '', [JSON.stringify(args)])))[0]
    const said: Record<string, unknown> = {}
    const expectSubject = async (names: readonly string[], args: Record<string, string>, words: object) => {
      for (const name of names) {
        said[name] = await subject(name, args)
        expect(said[name], name).toEqual(words)
      }
    }
    const lesson = await addLesson(db, { level: 3 })
    await expectSubject(
      ['edit_lesson', 'publish_lesson', 'unpublish_lesson', 'move_lesson'],
      { p_lesson_id: lesson },
      { lesson: 'Lesson 1', level: 3 },
    )
    const post = await addPost(db, learner)
    await expectSubject(
      ['pin_post', 'unpin_post', 'lock_post', 'unlock_post', 'remove_post', 'restore_post'],
      { p_post_id: post },
      { post: 'Which broker?', author: 'Awa Diop' },
    )
    await expectSubject(
      ['remove_comment', 'restore_comment'],
      { p_comment_id: await addComment(db, learner, post) },
      { comment: 'It depends.', post: 'Which broker?', author: 'Awa Diop' },
    )
    await expectSubject(['schedule_session'], { p_title: 'Charts' }, { session: 'Charts' })
    const session = await addSession(db, admin, 24)
    const [row] = await db.query<{ day: string }>('select scheduled_at::date::text as day from live_sessions')
    await expectSubject(['cancel_session'], { p_session_id: session }, { session: 'Reading charts', day: row?.day })
    await expectSubject(
      ['mark_attendance'],
      { p_participant_id: await addParticipant(db, learner, session) },
      { person: 'Awa Diop', session: 'Reading charts' },
    )
    const achievement = await addAchievement(db)
    const about = { person: 'Awa Diop', achievement: 'First week' }
    await expectSubject(['grant_achievement'], { p_user_id: learner.sub, p_achievement_id: achievement }, about)
    const [held] = await db.query<{ id: string }>(
      'insert into user_achievements (user_id, achievement_id) values ($1, $2) returning id',
      [learner.sub, achievement],
    )
    await expectSubject(['revoke_achievement'], { p_user_achievement_id: held?.id ?? '' }, about)
    await expectSubject(['correct_xp', 'correct_streak'], { p_user_id: learner.sub }, { person: 'Awa Diop' })
    await expectSubject(
      ['change_subscription'],
      { p_subscription_id: await addSubscription(db, learner, await addPlan(db)) },
      { person: 'Awa Diop', plan: 'Pro' },
    )
    expect(Object.keys(said).sort()).toEqual(Object.keys(actions).sort())
  })
})
