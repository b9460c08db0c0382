import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import type { Value } from '../row-sink.ts'
import { atWork, DAY, HOUR, MINUTE } from '../time.ts'
import type { Sink } from './columns.ts'
import type { Ledger } from './ledger.ts'
import type { Person } from './person.ts'
import { deciders } from './staff.ts'
import { emailErrors } from './words/texts.ts'

/** A pitch that anybody may read. */
export interface PublicPitch {
  readonly id: string
  readonly title: string
  readonly veteran: Person
  readonly since: number
}

/** What everybody's story is told with. The lists hold the most recent ones only, so that no demo is too large. */
export interface Scene {
  readonly sink: Sink
  readonly ledger: Ledger
  readonly random: Random
  readonly now: number
  readonly pitches: PublicPitch[]
  readonly people: Person[]
  /** Nobody of the staff has come to anything of this story yet: its items wait, in every demo. */
  readonly isWaiting: boolean
}

const REMEMBERED = 2_000

export function remember<T>(list: T[], one: T): void {
  list.push(one)
  if (list.length > REMEMBERED) list.shift()
}

/** Somebody of the staff, and when they came to it; null when that is still ahead. */
export function decision(
  { random, now, isWaiting }: Scene,
  from: number,
  days: number,
): { by: string; at: number } | null {
  if (isWaiting) return null
  const at = atWork(from + random.longTailed(days, 4) * DAY, random)
  const by = random.weighted(deciders)
  return at <= now ? { by, at } : null
}

export function note(
  { sink }: Scene,
  of: {
    id: string
    type: string
    about: string | null
    actor: string
    entity: readonly [string, string]
    details?: Record<string, unknown>
    at: number
  },
): void {
  sink.add('public.user_activity_log', {
    id: of.id,
    activity_type: of.type,
    user_id: of.about,
    actor_user_id: of.actor,
    entity_type: of.entity[0],
    entity_id: of.entity[1],
    details: of.details ?? {},
    created_at: new Date(of.at),
  })
}

/** Tells somebody something inside the product, as the database's functions do. `cause`: the decision behind it. */
export function notify(scene: Scene, cause: string, userId: string, kind: string, data: Value, at: number): void {
  const { sink, random, now } = scene
  const readAt = at + random.longTailed(0.8, 5) * DAY
  sink.add('public.notifications', {
    id: derivedId(cause, `notification ${userId}`),
    user_id: userId,
    kind,
    data,
    read_at: readAt < now && random.chance(0.75) ? new Date(readAt) : null,
    created_at: new Date(at),
  })
}

/** An e-mail to somebody, delivered or not; some of the failed ones were sent again by staff. */
export function email(scene: Scene, to: Person, template: string, subject: string, at: number): void {
  const { sink, random, now } = scene
  const fresh = now - at < HOUR
  const status = fresh
    ? 'queued'
    : random.weighted({ delivered: 925, sent: 40, bounced: 24, failed: 11 } as Record<EmailStatus, number>)
  const failed = status === 'bounced' || status === 'failed'
  const id = random.uuid()
  const row = { user_id: to.id, to_email: to.email, template, subject, params: { name: to.name } }
  sink.add('public.email_logs', {
    ...row,
    id,
    status,
    error: failed ? random.pick(emailErrors[status as keyof typeof emailErrors]) : null,
    sent_at: status === 'queued' || status === 'failed' ? null : new Date(at + MINUTE),
    created_at: new Date(at),
  })
  const again = failed && random.chance(0.5) ? decision(scene, at, 2) : null
  if (again === null) return
  const resendId = random.uuid()
  sink.add('public.email_logs', {
    ...row,
    id: resendId,
    status: 'delivered',
    resend_of: id,
    requested_by: again.by,
    sent_at: new Date(again.at + MINUTE),
    created_at: new Date(again.at),
  })
  note(scene, {
    id: derivedId(resendId, 'resent'),
    type: 'email.resent',
    about: to.id,
    actor: again.by,
    entity: ['email_logs', resendId],
    details: { template, resend_of: id },
    at: again.at,
  })
}

type EmailStatus = 'queued' | 'delivered' | 'sent' | 'bounced' | 'failed'
