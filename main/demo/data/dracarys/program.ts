import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { DAY, HOUR, MINUTE } from '../time.ts'
import type { Sink } from './columns.ts'
import type { Person } from './person.ts'
import { note } from './scene.ts'
import { staff } from './staff.ts'
import * as talk from './words/talk.ts'

interface Session {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly hostId: string
  readonly announcedAt: number
  readonly at: number
  readonly minutes: number
  readonly places: number
  readonly status: 'scheduled' | 'live' | 'ended' | 'cancelled'
  taken: number
}

/** The live sessions: one a week, from the beginning to some weeks ahead of now, and who registered for them. */
export class Program {
  readonly #sink: Sink
  readonly #random: Random
  readonly #now: number
  readonly #sessions: Session[] = []

  constructor(sink: Sink, random: Random, now: number, start: number, places: number) {
    this.#sink = sink
    this.#random = random
    this.#now = now
    for (let at = start + 20 * DAY; at < now + 30 * DAY; at += 7 * DAY) this.#sessions.push(this.#plan(at, places))
    // One runs at this moment, in every demo.
    this.#sessions.push({ ...this.#plan(now - 30 * MINUTE, places), at: now - 20 * MINUTE, status: 'live' })
  }

  register(person: Person): void {
    const open = this.#sessions.filter(({ at }) => at > person.joinedAt && at < person.leavesAt)
    const session = this.#random.pick(open)
    if (session === undefined) return
    const from = Math.max(session.announcedAt, person.joinedAt)
    const at = from + this.#random.unit() * (Math.min(session.at, this.#now) - from)
    const isWaiting = session.places >= 0 && session.taken >= session.places
    if (!isWaiting) session.taken++
    const came = session.status === 'ended' && !isWaiting && this.#random.chance(0.72)
    const id = this.#random.uuid()
    const rating = came && this.#random.chance(0.5) ? this.#random.pick([3, 4, 4, 5, 5, 5, 2]) : null
    this.#sink.add('public.session_participants', {
      id,
      session_id: session.id,
      user_id: person.id,
      joined_at: came ? new Date(session.at + this.#random.int(0, 9) * MINUTE) : null,
      left_at: came ? new Date(session.at + session.minutes * MINUTE) : null,
      attendance_status: isWaiting
        ? 'waitlisted'
        : came
          ? 'attended'
          : session.status === 'ended'
            ? 'missed'
            : 'registered',
      feedback_rating: rating,
      feedback_text: rating !== null && this.#random.chance(0.4) ? this.#random.pick(talk.feedback) : null,
      created_at: new Date(at),
    })
    note(this.#sink, {
      id: derivedId(id, 'session_join'),
      by: person.id,
      type: 'session_join',
      entity: ['live_sessions', session.id],
      at,
    })
  }

  close(): void {
    for (const session of this.#sessions) this.#add(session)
  }

  #plan(day: number, places: number): Session {
    const at = Math.floor(day / DAY) * DAY + 18 * HOUR
    const { title, type } = this.#random.pick(talk.sessionTitles)
    const isOver = at + 2 * HOUR < this.#now
    return {
      id: this.#random.uuid(),
      title,
      type,
      hostId: this.#random.pick(staff).id,
      announcedAt: Math.min(at, this.#now) - 14 * DAY,
      at,
      minutes: this.#random.pick([45, 60, 60, 90]),
      places: this.#random.chance(0.4) ? -1 : places,
      status: this.#random.chance(0.07) ? 'cancelled' : isOver ? 'ended' : at < this.#now ? 'live' : 'scheduled',
      taken: 0,
    }
  }

  #add(session: Session): void {
    const { id, title, status, announcedAt } = session
    const isOver = status === 'ended'
    const isRecorded = isOver && this.#random.chance(0.7)
    const cancelledAt = Math.min(this.#now, session.at - 2 * DAY)
    const reason = 'The host is ill.'
    this.#sink.add('public.live_sessions', {
      id,
      title,
      description: `${title}, with questions at the end.`,
      host_id: session.hostId,
      session_type: session.type,
      scheduled_at: new Date(session.at),
      duration: `${session.minutes} minutes`,
      max_participants: session.places,
      current_participants: session.taken,
      meeting_url: `https://meet.dracarys.example/${id.slice(0, 8)}`,
      recording_url: isRecorded ? `https://videos.dracarys.example/live/${id.slice(0, 8)}` : null,
      is_recorded: isRecorded,
      status,
      prerequisites: this.#random.chance(0.3) ? { min_level: this.#random.int(1, 3) } : null,
      tags: [this.#random.pick(talk.categories)],
      metadata: status === 'cancelled' ? { cancel_reason: reason } : null,
      created_at: new Date(announcedAt),
      updated_at: new Date(status === 'cancelled' ? cancelledAt : announcedAt),
    })
    const entity = ['live_sessions', id] as const
    note(this.#sink, {
      id: derivedId(id, 'scheduled'),
      by: session.hostId,
      type: 'session.scheduled',
      entity,
      metadata: { title, scheduled_at: new Date(session.at).toISOString() },
      at: announcedAt,
    })
    if (status !== 'cancelled') return
    const metadata = { reason, participants: session.taken }
    note(this.#sink, {
      id: this.#random.uuid(),
      by: session.hostId,
      type: 'session.cancelled',
      entity,
      metadata,
      at: cancelledAt,
    })
  }
}
