import { derivedId } from '../ids.ts'
import { DAY, HOUR, MINUTE } from '../time.ts'
import { addPaymentEvent, paymentId } from './payments.ts'
import type { Person } from './person.ts'
import { type Plan, plans } from './plans.ts'
import { decision, email, note, notify, type Scene } from './scene.ts'
import { voidReasons } from './words/texts.ts'

/** A subscription from its first day to its last, or to now, with a bill for each period that costs something. */
export function addSubscription(scene: Scene, person: Person, audience: Plan['audience'], startedAt: number): void {
  const { sink, random, now } = scene
  const plan = pickPlan(scene, person, audience)
  const id = random.uuid()
  const wanted = plan.interval === 'once' ? 1 : Math.ceil(random.longTailed(audience === 'recruiter' ? 9 : 3, 3))
  const periods = Math.min(wanted, 1 + Math.floor((now - startedAt) / (plan.days * DAY)))
  const start = startedAt + (periods - 1) * plan.days * DAY
  const end = start + plan.days * DAY
  const runs = end > now
  const isPastDue = runs && plan.price > 0 && random.chance(0.05)
  const canceled = !runs && random.chance(0.4)
  const status = runs
    ? plan.price === 0
      ? 'trialing'
      : isPastDue
        ? 'past_due'
        : 'active'
    : canceled
      ? 'canceled'
      : 'expired'
  sink.add('public.user_subscriptions', {
    id,
    user_id: person.id,
    plan_id: plan.id,
    status,
    current_period_start: new Date(start),
    current_period_end: new Date(end),
    cancel_at_period_end: canceled || (runs && (wanted === periods || plan.interval === 'once')),
    canceled_at: canceled ? new Date(end - random.between(0.5, plan.days - 1) * DAY) : null,
    provider_subscription_id: plan.price === 0 ? null : `sub_${random.word(14, 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789')}`,
    created_at: new Date(startedAt),
    updated_at: new Date(start),
  })
  if (plan.price === 0) return
  for (let period = 0; period < periods; period++) {
    const at = startedAt + period * plan.days * DAY
    addInvoice(scene, { person, plan, subscriptionId: id, at, isPaid: !(isPastDue && period === periods - 1) })
  }
  if (runs && !isPastDue && (end - now < 5 * DAY || scene.isWaiting))
    addDraft(scene, person, plan, id, now - random.between(0.1, 3) * DAY)
}

function pickPlan({ random }: Scene, person: Person, audience: Plan['audience']): Plan {
  const own = plans.filter(
    (plan) => plan.audience === audience && (plan.currency === 'INR' || person.language === 'fr'),
  )
  const code = random.weighted(Object.fromEntries(own.map((plan) => [plan.code, plan.weight])))
  return own.find((plan) => plan.code === code) as Plan
}

function amounts(plan: Plan) {
  const tax = Math.round(plan.price * (plan.currency === 'INR' ? 0.18 : 0.2))
  return {
    line_items: JSON.stringify([{ description: plan.name, quantity: 1, amount_minor: plan.price }]),
    subtotal_minor: plan.price,
    tax_minor: tax,
    total_minor: plan.price + tax,
    currency: plan.currency,
  }
}

function addDraft({ sink, random }: Scene, person: Person, plan: Plan, subscriptionId: string, at: number): void {
  sink.add('public.invoices', {
    ...amounts(plan),
    id: random.uuid(),
    user_id: person.id,
    subscription_id: subscriptionId,
    status: 'draft',
    created_at: new Date(at),
    updated_at: new Date(at),
  })
}

function addInvoice(
  scene: Scene,
  of: { person: Person; plan: Plan; subscriptionId: string; at: number; isPaid: boolean },
): void {
  const { ledger, random, now } = scene
  const { person, plan, at } = of
  const id = random.uuid()
  const sum = amounts(plan)
  const payingAt = at + random.longTailed(0.05, 60) * DAY
  const paidAt = of.isPaid && payingAt < now ? payingAt : null
  const voided = paidAt === null || random.chance(0.015) ? decision(scene, at, 6) : null
  const isVoid = voided !== null && random.chance(0.4)
  const status = isVoid ? 'void' : paidAt === null ? 'issued' : 'paid'
  const reason = random.pick(voidReasons)
  const issueId = random.uuid()
  ledger.invoice(at, {
    ...sum,
    id,
    user_id: person.id,
    subscription_id: of.subscriptionId,
    status,
    issued_at: new Date(at),
    due_at: new Date(at + 14 * DAY),
    paid_at: status === 'paid' ? new Date(paidAt as number) : null,
    voided_at: isVoid ? new Date(voided.at) : null,
    void_reason: isVoid ? reason : null,
    created_at: new Date(at - MINUTE),
    updated_at: new Date(isVoid ? voided.at : (paidAt ?? at)),
  })
  notify(scene, issueId, person.id, 'invoice.issued', { id }, at)
  email(scene, person, 'invoice_issued', `Your invoice for ${plan.name}`, at)
  if (isVoid) {
    const voidId = random.uuid()
    const entity = ['invoices', id] as const
    note(scene, {
      id: voidId,
      type: 'invoice.voided',
      about: person.id,
      actor: voided.by,
      entity,
      details: { reason },
      at: voided.at,
    })
    notify(scene, voidId, person.id, 'invoice.voided', { id, reason }, voided.at)
  } else if (paidAt !== null) addPaid(scene, person, id, sum, paidAt)
}

function addPaid(
  scene: Scene,
  person: Person,
  invoiceId: string,
  sum: { total_minor: number; currency: string },
  paidAt: number,
): void {
  const { ledger, random } = scene
  const byHand = random.chance(0.08) ? decision(scene, paidAt, 0.5) : null
  const at = byHand?.at ?? paidAt
  const id = random.uuid()
  const amount = sum.total_minor
  ledger.receipt(at, {
    id,
    user_id: person.id,
    invoice_id: invoiceId,
    amount_minor: amount,
    currency: sum.currency,
    payment_method: byHand ? 'bank_transfer' : sum.currency === 'INR' ? random.pick(['upi', 'card', 'wallet']) : 'card',
    provider_payment_id: byHand ? null : paymentId(scene),
    recorded_by: byHand?.by ?? null,
    received_at: new Date(paidAt),
    created_at: new Date(at),
  })
  if (byHand) {
    const entity = ['receipts', id] as const
    const details = { invoice_id: invoiceId, amount_minor: amount, currency: sum.currency }
    note(scene, {
      id: derivedId(id, 'recorded'),
      type: 'receipt.recorded',
      about: person.id,
      actor: byHand.by,
      entity,
      details,
      at,
    })
    notify(scene, id, person.id, 'receipt.recorded', { id, invoice_id: invoiceId }, at)
    return
  }
  const event = { person, invoiceId, amount, currency: sum.currency }
  if (random.chance(0.06))
    addPaymentEvent(scene, { ...event, type: 'payment.failed', at: paidAt - random.between(0.1, 2) * HOUR })
  addPaymentEvent(scene, { ...event, type: 'payment.authorized', at: paidAt })
  addPaymentEvent(scene, { ...event, type: 'payment.captured', at: paidAt + 4_000 })
}
