import { derivedId } from '../ids.ts'
import type { Random } from '../random.ts'
import { atWork, DAY, MINUTE } from '../time.ts'
import type { DossierStatus, Product } from './catalogue.ts'
import { Chronicle } from './chronicle.ts'
import type { Client } from './client.ts'
import type { Sink } from './columns.ts'
import { agents } from './staff.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

interface Context {
  readonly sink: Sink
  readonly random: Random
  readonly now: number
}

interface Order {
  readonly id: string
  readonly client: Client
  readonly product: Product
  readonly status: 'PENDING' | 'PAID' | 'FAILED' | 'CANCELLED' | 'REFUNDED'
  readonly createdAt: number
  readonly paidAt: number | null
  readonly updatedAt: number
  readonly linkId?: string | null
}

/** The order behind a dossier, with what led to it and what Stripe said. */
export function addPaidOrder(
  context: Context,
  of: { id: string; client: Client; product: Product; dossierId: string; status: DossierStatus; openedAt: number },
): void {
  const { random } = context
  const paidAt = of.openedAt - random.int(2, 9) * 1_000
  const createdAt = paidAt - random.longTailed(7, 4) * MINUTE
  const linkId = random.chance(0.55) ? addLink(context, of.client, of.product, createdAt) : null
  if (random.chance(0.07)) {
    const failedAt = createdAt - random.int(3, 40) * MINUTE
    addOrder(context, {
      ...of,
      id: random.uuid(),
      status: 'FAILED',
      createdAt: failedAt - 2 * MINUTE,
      paidAt: null,
      updatedAt: failedAt,
    })
  }
  const status = of.status === 'CANCELLED' ? 'REFUNDED' : 'PAID'
  addOrder(context, { ...of, status, createdAt, paidAt, updatedAt: paidAt, linkId })
  new Chronicle({ ...context, client: of.client }).note({
    id: derivedId(of.id, 'paid'),
    type: 'PAYMENT_RECEIVED',
    entity: ['orders', of.id],
    dossierId: of.dossierId,
    actor: { type: 'SYSTEM' },
    payload: { product: of.product.name, amount: of.product.price, currency: of.product.currency },
    at: paidAt,
  })
}

/** An order with Stripe's event about it. */
export function addOrder({ sink, random }: Context, order: Order): void {
  const { id, client, product, status } = order
  const intent = status === 'PENDING' || status === 'CANCELLED' ? null : `pi_${random.word(24, LETTERS)}`
  const session = `cs_live_${random.word(40, LETTERS)}`
  sink.add('public.orders', {
    id,
    user_id: client.id,
    product_id: product.id,
    payment_link_id: order.linkId,
    amount: product.price,
    currency: product.currency,
    status,
    stripe_checkout_session_id: session,
    stripe_payment_intent_id: intent,
    paid_at: order.paidAt === null ? null : new Date(order.paidAt),
    created_at: new Date(order.createdAt),
    updated_at: new Date(order.updatedAt),
  })
  if (!intent) return
  const type = status === 'FAILED' ? 'payment_intent.payment_failed' : 'checkout.session.completed'
  sink.add('public.stripe_events', {
    id: random.uuid(),
    stripe_event_id: `evt_${random.word(24, LETTERS)}`,
    type,
    order_id: id,
    payload: { object: 'event', type, data: { object: { id: session, payment_intent: intent } } },
    received_at: new Date(order.updatedAt - 900),
    processed_at: new Date(order.updatedAt),
  })
}

/** A link that an agent sent. `usedAt`: when the client paid by it; null while it is open, or when it ran out unused. */
export function addLink(
  context: Context,
  client: Client,
  product: Product,
  usedAt: number | null,
  createdAt?: number,
): string {
  const { sink, random } = context
  const id = random.uuid()
  const agent = random.pick(agents.filter(({ weight }) => weight > 0))
  const at = createdAt ?? atWork((usedAt as number) - random.longTailed(1.5, 4) * DAY, random)
  // The office opens after the client paid: then the link was sent just before.
  const sentAt = usedAt !== null && at >= usedAt ? usedAt - 20 * MINUTE : at
  sink.add('public.payment_links', {
    id,
    token: random.word(43, `${LETTERS}-_`),
    product_id: product.id,
    prospect_email: client.email,
    prospect_name: client.name,
    amount: product.price,
    currency: product.currency,
    created_by: agent.id,
    user_id: usedAt === null ? null : client.id,
    expires_at: new Date(Math.max(sentAt + 14 * DAY, (usedAt ?? 0) + DAY)),
    used_at: usedAt === null ? null : new Date(usedAt),
    created_at: new Date(sentAt),
  })
  sink.add('public.events', {
    id: derivedId(id, 'requested'),
    event_type: 'PAYMENT_REQUESTED',
    entity_type: 'payment_links',
    entity_id: id,
    actor_type: 'AGENT',
    actor_id: agent.id,
    payload: { product: product.name, prospect: client.email },
    created_at: new Date(sentAt),
  })
  return id
}
