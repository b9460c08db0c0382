import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { atWork, DAY } from '../time.ts'
import type { Sink } from './columns.ts'
import type { Person } from './person.ts'
import { note } from './scene.ts'
import { moderators } from './staff.ts'
import * as talk from './words/talk.ts'

interface Removal {
  readonly by: string
  readonly at: number
  readonly reason: string
}

interface Voted {
  readonly id: string
  readonly authorId: string
  readonly at: number
  readonly isBad: boolean
  readonly removal: Removal | null
  readonly voters: Set<string>
  up: number
  down: number
}

interface Comment extends Voted {
  readonly parentId: string | null
  readonly content: string
}

interface Post extends Voted {
  readonly title: string
  readonly content: string
  readonly kind: 'discussion' | 'question' | 'announcement'
  readonly category: string
  readonly lock: { readonly by: string; readonly at: number } | null
  readonly isPinned: boolean
  readonly comments: Comment[]
}

/** Threads that people still come to. Older ones are written and forgotten: a board of any size fits into memory. */
const OPEN = 300

/** The community: posts, the comments on them, the votes on both, and what moderators did about them. */
export class Board {
  readonly #sink: Sink
  readonly #random: Random
  readonly #now: number
  readonly #open: Post[] = []

  constructor(sink: Sink, random: Random, now: number) {
    this.#sink = sink
    this.#random = random
    this.#now = now
  }

  announce(by: string, title: string, at: number, isPinned: boolean): void {
    const post = this.#post(by, { title, content: `${title}.` }, 'announcement', at, false)
    this.#keep({ ...post, lock: { by, at }, isPinned })
  }

  write(author: Person, at: number): void {
    const isBad = this.#random.chance(0.06)
    const words = this.#random.pick<(typeof talk.posts)[number]>(isBad ? talk.spam : talk.posts)
    this.#keep(this.#post(author.id, words, words.isQuestion ? 'question' : 'discussion', at, isBad))
  }

  /** Somebody advertises, and nobody of the staff has seen it yet. */
  writeUnseen(author: Person, at: number): void {
    const post = this.#post(author.id, this.#random.pick(talk.spam), 'discussion', at, true)
    this.#keep({ ...post, removal: null, lock: null })
  }

  comment(author: Person): void {
    const post = this.#random.pick(this.#open)
    if (post === undefined) return
    const at = this.#after(Math.max(post.at, author.joinedAt), 1.5)
    if (!this.#isOpen(post, at) || (post.lock !== null && post.lock.at <= at)) return
    const before = post.comments.filter((other) => other.at < at)
    const isBad = this.#random.chance(0.03)
    post.comments.push({
      ...this.#voted(author.id, at, isBad),
      parentId: before.length > 0 && this.#random.chance(0.45) ? this.#random.pick(before).id : null,
      content: this.#random.pick(isBad ? talk.badComments : talk.comments),
    })
  }

  vote(voter: Person): void {
    const post = this.#random.pick(this.#open)
    if (post === undefined) return
    const target = post.comments.length > 0 && this.#random.chance(0.45) ? this.#random.pick(post.comments) : post
    this.#count(voter, target, target === post ? 'post' : 'comment')
  }

  /** Those who see it vote against what nobody has removed. */
  disapprove(voters: readonly Person[]): void {
    for (const post of this.#open) {
      if (!post.isBad || post.removal !== null) continue
      for (const voter of voters.slice(-this.#random.int(4, 8))) this.#count(voter, post, 'post')
    }
  }

  close(): void {
    for (const post of this.#open) this.#addPost(post)
    this.#open.length = 0
  }

  #count(voter: Person, target: Voted, type: 'post' | 'comment'): void {
    const at = this.#after(Math.max(target.at, voter.joinedAt), 1)
    if (target.voters.has(voter.id) || target.authorId === voter.id || !this.#isOpen(target, at)) return
    target.voters.add(voter.id)
    const isUp = !this.#random.chance(target.isBad ? 0.95 : 0.07)
    if (isUp) target.up++
    else target.down++
    this.#sink.add('public.community_votes', {
      id: this.#random.uuid(),
      user_id: voter.id,
      target_type: type,
      target_id: target.id,
      vote_type: isUp ? 'upvote' : 'downvote',
      created_at: new Date(at),
    })
  }

  /** Some days later, never after now. */
  #after(from: number, days: number): number {
    return Math.min(this.#now, from + this.#random.longTailed(days, 4) * DAY)
  }

  #isOpen(what: Voted, at: number): boolean {
    return what.removal === null || at < what.removal.at
  }

  #voted(authorId: string, at: number, isBad: boolean): Voted {
    const removedAt = isBad
      ? atWork(at + this.#random.longTailed(1.2, 4) * DAY, this.#random)
      : Number.POSITIVE_INFINITY
    const by = this.#random.weighted(moderators)
    const reason = this.#random.pick(talk.removalReasons)
    const removal = removedAt <= this.#now ? { by, at: removedAt, reason } : null
    return { id: this.#random.uuid(), authorId, at, isBad, removal, voters: new Set(), up: 0, down: 0 }
  }

  #post(
    authorId: string,
    { title, content }: { title: string; content: string },
    kind: Post['kind'],
    at: number,
    isBad: boolean,
  ): Post {
    const lockedAt = atWork(at + this.#random.longTailed(6, 3) * DAY, this.#random)
    const isLocked = !isBad && this.#random.chance(0.04) && lockedAt <= this.#now
    return {
      ...this.#voted(authorId, at, isBad),
      title,
      content,
      kind,
      category: kind === 'announcement' ? 'news' : this.#random.pick(talk.categories),
      lock: isLocked ? { by: this.#random.weighted(moderators), at: lockedAt } : null,
      isPinned: false,
      comments: [],
    }
  }

  #keep(post: Post): void {
    this.#open.push(post)
    const oldest = this.#open.length > OPEN ? this.#open.shift() : undefined
    if (oldest) this.#addPost(oldest)
  }

  #addPost(post: Post): void {
    const last = post.comments.reduce((latest, { at }) => Math.max(latest, at), post.at)
    const shown = post.comments.filter(({ removal }) => removal === null).length
    this.#sink.add('public.community_posts', {
      ...this.#row(post),
      title: post.title,
      content: post.content,
      post_type: post.kind,
      category: post.category,
      tags: [post.category],
      is_pinned: post.isPinned,
      is_locked: post.lock !== null,
      comments_count: shown,
      views_count: Math.round(this.#random.longTailed(25, 4)) + post.voters.size + post.comments.length,
      last_activity_at: new Date(last),
    })
    const entity = ['community_posts', post.id] as const
    note(this.#sink, {
      id: derivedId(post.id, 'post_create'),
      by: post.authorId,
      type: 'post_create',
      entity,
      at: post.at,
    })
    const acts = [
      ...(post.lock ? [{ type: 'post.locked' as const, ...post.lock }] : []),
      ...(post.isPinned ? [{ type: 'post.pinned' as const, by: post.authorId, at: post.at }] : []),
    ]
    for (const { type, by, at } of acts) {
      note(this.#sink, { id: this.#random.uuid(), by, type, entity, metadata: { title: post.title }, at })
    }
    this.#addRemoval(post, 'post', entity)
    for (const comment of post.comments) this.#addComment(post, comment)
  }

  #addComment(post: Post, comment: Comment): void {
    this.#sink.add('public.community_comments', {
      ...this.#row(comment),
      post_id: post.id,
      parent_comment_id: comment.parentId,
      content: comment.content,
    })
    this.#addRemoval(comment, 'comment', ['community_comments', comment.id])
  }

  #row({ id, authorId, at, up, down, removal }: Voted) {
    return {
      id,
      author_id: authorId,
      upvotes_count: up,
      downvotes_count: down,
      is_deleted: removal !== null,
      deleted_reason: removal?.reason,
      deleted_by: removal?.by,
      deleted_at: removal && new Date(removal.at),
      created_at: new Date(at),
      updated_at: new Date(removal?.at ?? at),
    }
  }

  #addRemoval({ removal, authorId }: Voted, kind: 'post' | 'comment', entity: readonly [string, string]): void {
    if (removal === null) return
    const metadata = { reason: removal.reason, author: authorId }
    note(this.#sink, {
      id: this.#random.uuid(),
      by: removal.by,
      type: `${kind}.removed`,
      entity,
      metadata,
      at: removal.at,
    })
  }
}
