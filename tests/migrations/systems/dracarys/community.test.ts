import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestDatabase } from '#tests/support/database.ts'
import type { TestPerson } from '#tests/support/people.ts'
import { refusal } from '#tests/support/refusal.ts'
import { databases } from './databases.ts'
import { addComment, addPost, addUser } from './people.ts'

describe.each(databases)('the community on $engine', ({ open }) => {
  let db: TestDatabase
  let author: TestPerson
  let reader: TestPerson
  let moderator: TestPerson
  let other: TestPerson
  let post: string

  beforeAll(async () => {
    db = await open()
    author = await addUser(db, 'learner', 'Awa Diop')
    reader = await addUser(db, 'learner')
    moderator = await addUser(db, 'moderator', 'Claire Fournier')
    other = await addUser(db, 'moderator')
  })
  afterAll(() => db?.close())
  beforeEach(async () => {
    post = await addPost(db, author)
  })

  const run = (who: TestPerson, sql: string, params: readonly unknown[] = []) =>
    db.as(who, (query) => query(sql, params))
  const vote = (who: TestPerson, how: string, target = post, type = 'post') =>
    run(who, 'insert into community_votes (user_id, target_type, target_id, vote_type) values ($1, $2, $3, $4)', [
      who.sub,
      type,
      target,
      how,
    ])
  const votes = async (id = post, table = 'community_posts') =>
    (await db.query(`select upvotes_count as up, downvotes_count as down from ${table} where id = $1`, [id]))[0]
  const row = async (id = post, table = 'community_posts') =>
    (await db.query<Record<string, unknown>>(`select * from ${table} where id = $1`, [id]))[0]

  test('votes that are given, changed and taken back keep the counters of posts and comments', async () => {
    const comment = await addComment(db, author, post)
    await vote(reader, 'upvote')
    await vote(other, 'upvote')
    await vote(reader, 'downvote', comment, 'comment')
    expect([await votes(), await votes(comment, 'community_comments')]).toEqual([
      { up: 2, down: 0 },
      { up: 0, down: 1 },
    ])
    await run(reader, `update community_votes set vote_type = 'downvote' where user_id = $1`, [reader.sub])
    expect(await votes()).toEqual({ up: 1, down: 1 })
    await run(reader, 'delete from community_votes where user_id = $1', [reader.sub])
    expect([await votes(), await votes(comment, 'community_comments')]).toEqual([
      { up: 1, down: 0 },
      { up: 0, down: 0 },
    ])
  })

  test('a vote that is moved to another target counts there and not here', async () => {
    const second = await addPost(db, author)
    await vote(reader, 'upvote')
    await db.query('update community_votes set target_id = $1 where target_id = $2', [second, post])
    expect([await votes(), await votes(second)]).toEqual([
      { up: 0, down: 0 },
      { up: 1, down: 0 },
    ])
  })

  test('one statement with many votes counts each of them', async () => {
    const comment = await addComment(db, author, post)
    await db.query(
      `insert into community_votes (user_id, target_type, target_id, vote_type)
       values ($1, 'post', $3, 'upvote'), ($2, 'post', $3, 'downvote'), ($1, 'comment', $4, 'upvote')`,
      [reader.sub, other.sub, post, comment],
    )
    expect([await votes(), await votes(comment, 'community_comments')]).toEqual([
      { up: 1, down: 1 },
      { up: 1, down: 0 },
    ])
  })

  test('a person votes once, on what is there, in their own name', async () => {
    await vote(reader, 'upvote')
    expect(await refusal(vote(reader, 'downvote'))).toMatchObject({ constraint: 'community_votes_once' })
    const [nothing] = await db.query<{ id: string }>('select gen_random_uuid() as id')
    expect(await refusal(vote(reader, 'upvote', nothing?.id))).toMatchObject({ code: 'vote.target_gone' })
    const forOther = run(
      reader,
      `insert into community_votes (user_id, target_type, target_id, vote_type) values ($1, 'post', $2, 'upvote')`,
      [author.sub, post],
    )
    expect(await refusal(forOther)).toMatchObject({ sqlstate: '42501' })
    expect(await votes()).toEqual({ up: 1, down: 0 })
  })

  test('with a deleted post or comment its votes go, and with a deleted person theirs', async () => {
    const comment = await addComment(db, author, post)
    const reply = await addComment(db, reader, post, comment)
    const guest = await addUser(db, 'learner')
    await vote(reader, 'upvote', reply, 'comment')
    await vote(guest, 'upvote')
    await db.query('delete from auth.users where id = $1', [guest.sub])
    expect(await votes()).toEqual({ up: 0, down: 0 })
    await db.query('delete from community_comments where id = $1', [comment])
    expect(await db.query('select from community_votes where target_id = $1', [reply])).toEqual([])
    await vote(reader, 'upvote')
    await run(author, 'delete from community_posts where id = $1', [post])
    expect(await db.query('select from community_votes where target_id = $1', [post])).toEqual([])
  })

  test('the number of comments leaves out the removed ones, and a thread stays in its post', async () => {
    const comment = await addComment(db, reader, post)
    await addComment(db, author, post, comment)
    expect(await row()).toMatchObject({ comments_count: 2 })
    await run(moderator, `select remove_comment($1, 'An insult.')`, [comment])
    expect(await row()).toMatchObject({ comments_count: 1 })
    await run(moderator, `select restore_comment($1, 'A misunderstanding.')`, [comment])
    expect(await row()).toMatchObject({ comments_count: 2 })
    await db.query('delete from community_comments where id = $1', [comment])
    expect(await row()).toMatchObject({ comments_count: 0 })
    const elsewhere = await addComment(db, reader, await addPost(db, author))
    expect(await refusal(addComment(db, reader, post, elsewhere))).toMatchObject({ code: 'comment.other_thread' })
  })

  test('pinned and locked by one, once; on a locked post nobody comments', async () => {
    await run(moderator, 'select pin_post($1)', [post])
    await run(moderator, 'select lock_post($1)', [post])
    expect(await row()).toMatchObject({ is_pinned: true, is_locked: true })
    expect(await refusal(addComment(db, reader, post))).toMatchObject({ code: 'comment.post_locked', field: 'post_id' })
    expect(await refusal(run(other, 'select pin_post($1)', [post]))).toMatchObject({
      sqlstate: 'OP409',
      code: 'post.marked_already',
      current: { is_pinned: true },
      retryArgs: null,
    })
    await run(other, 'select unpin_post($1)', [post])
    await run(other, 'select unlock_post($1)', [post])
    expect(await row()).toMatchObject({ is_pinned: false, is_locked: false })
    await addComment(db, reader, post)
    const acts = await db.query<{ what: string }>(
      `select activity_type as what from user_activity_log where entity_id = $1 and user_id in ($2, $3) order by 1`,
      [post, moderator.sub, other.sub],
    )
    expect(acts.map(({ what }) => what)).toEqual(['post.locked', 'post.pinned', 'post.unlocked', 'post.unpinned'])
  })

  test('a removed post is left to its author, with the reason, and can be restored', async () => {
    const see = async (who: TestPerson) => (await run(who, 'select from community_posts where id = $1', [post])).length
    expect(await refusal(run(moderator, `select remove_post($1, ' ')`, [post]))).toMatchObject({
      code: 'dracarys.reason_required',
      field: 'p_reason',
    })
    await run(moderator, `select remove_post($1, 'Sells signals.')`, [post])
    expect(await row()).toMatchObject({ is_deleted: true, deleted_reason: 'Sells signals.', deleted_by: moderator.sub })
    expect([await see(author), await see(reader), await see(other)]).toEqual([1, 0, 1])
    expect(await run(author, `update community_posts set title = 'New' where id = $1 returning id`, [post])).toEqual([])
    expect(await refusal(vote(reader, 'upvote'))).toMatchObject({ code: 'vote.target_gone' })
    expect(await refusal(addComment(db, reader, post))).toMatchObject({ code: 'comment.post_removed' })
    for (const sql of [`remove_post($1, 'Again.')`, 'pin_post($1)']) {
      expect(await refusal(run(other, `select ${sql}`, [post])), sql).toMatchObject({
        sqlstate: 'OP409',
        params: { by: 'Claire Fournier' },
        current: { reason: 'Sells signals.' },
        retryArgs: null,
      })
    }
    await run(other, `select restore_post($1, 'It was a quote.')`, [post])
    expect(await row()).toMatchObject({ is_deleted: false, deleted_reason: null, deleted_by: null, deleted_at: null })
    expect(await refusal(run(other, `select restore_post($1, 'Again.')`, [post]))).toMatchObject({
      sqlstate: 'OP409',
      code: 'content.restored_already',
    })
    const [entry] = await db.query<{ metadata: object }>(
      `select metadata from user_activity_log where entity_id = $1 and activity_type = 'post.restored'`,
      [post],
    )
    expect(entry?.metadata).toMatchObject({
      reason: 'It was a quote.',
      removed_for: 'Sells signals.',
      author: author.sub,
    })
  })

  test('learners moderate nothing, and announce nothing', async () => {
    for (const sql of ['pin_post($1)', 'lock_post($1)', `remove_post($1, 'No.')`, `restore_post($1, 'No.')`]) {
      expect(await refusal(run(reader, `select ${sql}`, [post])), sql).toMatchObject({ code: 'dracarys.staff_only' })
    }
    const announce = (who: TestPerson) =>
      run(who, `insert into community_posts (author_id, title, post_type) values ($1, 'News', 'announcement')`, [
        who.sub,
      ])
    expect(await refusal(announce(reader))).toMatchObject({ sqlstate: '42501' })
    await announce(moderator)
  })
})
