import type { EventType, NotificationChannel } from '#shared/systems/partners-vrai/rows/enums.ts'
import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { MINUTE } from '../time.ts'
import type { Client } from './client.ts'
import type { Sink } from './columns.ts'

export type Actor = { readonly type: 'USER' | 'AGENT'; readonly id: string } | { readonly type: 'SYSTEM' }

interface Happening {
  readonly id: string
  readonly type: EventType
  /** The table and the row that it happened to. */
  readonly entity: readonly [string, string]
  readonly dossierId?: string
  readonly actor: Actor
  readonly payload: Readonly<Record<string, unknown>>
  readonly at: number
}

interface Telling {
  /** The row that made it necessary; the ids derive from it. */
  readonly cause: string
  readonly eventId: string
  readonly dossierId?: string
  readonly template: string
  readonly params: Readonly<Record<string, unknown>>
  readonly at: number
}

/** What happened to one client, and what the client was told: the rows that the database's functions would have written. */
export class Chronicle {
  readonly #sink: Sink
  readonly #client: Client
  readonly #random: Random
  readonly #now: number

  constructor(of: { sink: Sink; client: Client; random: Random; now: number }) {
    this.#sink = of.sink
    this.#client = of.client
    this.#random = of.random
    this.#now = of.now
  }

  note({ id, type, entity, dossierId, actor, payload, at }: Happening): void {
    this.#sink.add('public.events', {
      id,
      event_type: type,
      entity_type: entity[0],
      entity_id: entity[1],
      dossier_id: dossierId,
      user_id: this.#client.id,
      actor_type: actor.type,
      actor_id: actor.type === 'SYSTEM' ? null : actor.id,
      payload: withoutNulls(payload),
      created_at: new Date(at),
    })
  }

  tell({ cause, eventId, dossierId, template, params, at }: Telling, channel?: NotificationChannel): void {
    const id = derivedId(cause, 'notification')
    const readAt = at + this.#random.longTailed(90, 12) * MINUTE
    const isRead = readAt < this.#now && this.#random.chance(0.7)
    this.#sink.add('public.notifications', {
      id,
      user_id: this.#client.id,
      event_id: eventId,
      dossier_id: dossierId,
      template,
      params: withoutNulls(params),
      read_at: isRead ? new Date(readAt) : null,
      created_at: new Date(at),
    })
    for (const way of channel ? [channel] : this.#client.channels) {
      this.#deliver(derivedId(cause, channel ? 'delivery' : `delivery ${way}`), id, way, at, isRead)
    }
  }

  #deliver(id: string, notification: string, channel: NotificationChannel, at: number, isRead: boolean): void {
    const failed = this.#random.chance(0.015)
    const sentAt = at + this.#random.int(2, 70) * 1_000
    const waits = sentAt > this.#now
    this.#sink.add('public.notification_deliveries', {
      id,
      notification_id: notification,
      channel,
      status: waits ? 'PENDING' : failed ? 'FAILED' : isRead && channel === 'IN_APP' ? 'READ' : 'SENT',
      error: failed && !waits ? this.#random.pick(['550 mailbox unavailable', 'number not reachable']) : null,
      sent_at: waits || failed ? null : new Date(sentAt),
      created_at: new Date(at),
    })
  }
}

function withoutNulls(of: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null && value !== undefined))
}
