import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { atWork, DAY, HOUR, MINUTE } from '../time.ts'
import { type Product, products } from './catalogue.ts'
import { type Actor, Chronicle } from './chronicle.ts'
import { type Client, makeClient } from './client.ts'
import type { Sink } from './columns.ts'
import { addLink, addOrder } from './orders.ts'
import { addProfile } from './profile-rows.ts'
import { agents } from './staff.ts'

interface Context {
  readonly sink: Sink
  readonly random: Random
  readonly now: number
}

/** A client who registered and ordered but has not paid, with the reminders so far. */
export function addSuspended(context: Context, client: Client, daysAgo: number): void {
  const { random, now } = context
  const product = pickProduct(random)
  const createdAt = now - daysAgo * DAY
  addProfile(context, client, { status: 'SUSPENDED', createdAt: createdAt - 12 * MINUTE, updatedAt: createdAt })
  const linkId = random.chance(0.5) ? addLink(context, client, product, createdAt) : null
  const isOver = daysAgo > 40 && random.chance(0.5)
  const id = random.uuid()
  addOrder(context, {
    id,
    client,
    product,
    status: isOver ? 'CANCELLED' : 'PENDING',
    createdAt,
    paidAt: null,
    updatedAt: isOver ? createdAt + 45 * DAY : createdAt,
    linkId,
  })
  let at = createdAt + random.between(3, 5) * DAY
  for (let sent = 0; sent < 4 && at < now - 2 * HOUR && !isOver; sent++) {
    const when = sent === 0 ? at : atWork(at, random)
    addReminder(context, client, product, id, when)
    at = when + random.between(3.1, 11) * DAY
  }
}

/** The first reminder goes out by itself, later ones are sent by an agent. */
function addReminder(context: Context, client: Client, product: Product, orderId: string, at: number): void {
  const { sink, random, now } = context
  if (at >= now) return
  const id = random.uuid()
  const sender = random.pick(agents.filter(({ weight }) => weight > 0))
  const actor: Actor = random.chance(0.4) ? { type: 'SYSTEM' } : { type: 'AGENT', id: sender.id }
  const eventId = derivedId(id, 'requested')
  const words = { product: product.name, amount: product.price, currency: product.currency }
  sink.add('public.payment_reminders', {
    id,
    user_id: client.id,
    order_id: orderId,
    channel: 'EMAIL',
    sent_by_type: actor.type,
    sent_by_id: actor.type === 'SYSTEM' ? null : actor.id,
    sent_at: new Date(at),
    created_at: new Date(at),
  })
  const chronicle = new Chronicle({ ...context, client })
  const payload = { reminder_id: id, ...words }
  chronicle.note({ id: eventId, type: 'PAYMENT_REQUESTED', entity: ['orders', orderId], actor, payload, at })
  chronicle.tell({ cause: id, eventId, template: 'payment.reminder', params: words, at }, 'EMAIL')
}

/** Someone who registered and ordered nothing. */
export function addRegistered(context: Context, number: number): void {
  const { random, now } = context
  const client = makeClient(random, number, now)
  const createdAt = now - random.longTailed(12, 5) * DAY
  addProfile(context, client, { status: 'PENDING', createdAt, updatedAt: createdAt })
}

/** A link to someone who is no client: open, or run out. */
export function addUnusedLink(context: Context, number: number): void {
  const { random, now } = context
  const sentAt = atWork(now - random.longTailed(9, 4) * DAY - DAY, random)
  addLink(context, makeClient(random, number, now), pickProduct(random), null, Math.min(sentAt, now - HOUR))
}

export function pickProduct(random: Random): Product {
  const weights = Object.fromEntries(products.map(({ code, weight }) => [code, weight]))
  const code = random.weighted(weights)
  return products.find((product) => product.code === code) as Product
}
