import type { PaymentEventStatus } from '#shared/systems/xainik/rows/enums.ts'
import { fixedId } from '../ids.ts'
import { atWork, DAY, MINUTE } from '../time.ts'
import { accounts } from './accounts.ts'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'
import { paymentErrors } from './words/texts.ts'

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

interface Payment {
  readonly person: Person | null
  readonly invoiceId?: string
  readonly donationId?: string
  readonly amount: number
  readonly currency: string
  readonly type: string
  readonly at: number
}

export function paymentId({ random }: Scene): string {
  return `pay_${random.word(14, LETTERS)}`
}

/** What the provider reported about a payment. Old reports are in the archive, put there on the first of a month. */
export function addPaymentEvent(scene: Scene, of: Payment): void {
  const { sink, random, now } = scene
  const provider = of.currency === 'INR' ? ('razorpay' as const) : ('stripe' as const)
  const status: PaymentEventStatus =
    now - of.at < 5 * MINUTE ? 'received' : random.chance(0.012) ? 'failed' : 'processed'
  const isDone = status === 'processed'
  const id = random.uuid()
  const row = {
    id,
    provider,
    provider_event_id: `evt_${random.word(16, LETTERS)}`,
    event_type: of.type,
    user_id: of.person?.id ?? null,
    invoice_id: of.invoiceId ?? null,
    donation_id: of.donationId ?? null,
    amount_minor: of.amount,
    currency: of.currency,
    status,
    error: status === 'failed' ? random.pick(paymentErrors) : null,
    payload: { event: of.type, entity: { amount: of.amount, currency: of.currency } },
    received_at: new Date(of.at),
    processed_at: isDone ? new Date(of.at + random.int(1, 40) * 1_000) : null,
  }
  const archived = archivedOn(of.at, now)
  if (!isDone || archived === null) sink.add('public.payment_events', row)
  else
    sink.add('public.payment_events_archive', {
      ...row,
      archived_by: accounts.meera.id,
      archived_at: new Date(archived),
    })
}

/** The days on which the archive was filled: the first of each month, a few weeks ago for the last time. */
export function archivings(from: number, now: number): number[] {
  const days: number[] = []
  const first = new Date(from)
  for (let month = first.getUTCMonth() + 1; ; month++) {
    const day = Date.UTC(first.getUTCFullYear(), month, 1, 9)
    if (day > now - 20 * DAY) return days
    days.push(day)
  }
}

function archivedOn(receivedAt: number, now: number): number | null {
  const due = new Date(receivedAt + 90 * DAY)
  const day = Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 1, 9)
  return day > now - 20 * DAY ? null : day
}

/** A donation, with its receipt and what the provider reported. */
export function addDonation(scene: Scene, person: Person | null, at: number, message: string | null): void {
  const { sink, ledger, random } = scene
  const currency = person?.language === 'fr' ? 'EUR' : random.weighted({ INR: 85, USD: 15 })
  const amount = random.pick([500, 1_000, 1_000, 2_500, 5_000, 10_000]) * (currency === 'INR' ? 100 : 10)
  const status = random.weighted({ succeeded: 92, failed: 5, pending: 1, refunded: 2 })
  const id = random.uuid()
  const payment = paymentId(scene)
  const when = new Date(at)
  sink.add('public.donations', {
    id,
    user_id: person?.id ?? null,
    donor_name: person?.name ?? null,
    is_anonymous: person === null || random.chance(0.15),
    amount_minor: amount,
    currency,
    status,
    message,
    provider_payment_id: status === 'pending' ? null : payment,
    donated_at: when,
    created_at: when,
    updated_at: when,
  })
  sink.add('public.user_activity_log', {
    id: random.uuid(),
    activity_type: 'donation.created',
    user_id: person?.id ?? null,
    entity_type: 'donations',
    entity_id: id,
    details: {},
    created_at: when,
  })
  if (status === 'pending') return
  const type = status === 'failed' ? 'payment.failed' : 'payment.captured'
  addPaymentEvent(scene, { person, donationId: id, amount, currency, type, at: at + MINUTE })
  if (person === null || status !== 'succeeded') return
  ledger.receipt(at + MINUTE, {
    id: random.uuid(),
    user_id: person.id,
    donation_id: id,
    amount_minor: amount,
    currency,
    payment_method: currency === 'INR' ? random.pick(['upi', 'upi', 'card']) : 'card',
    provider_payment_id: payment,
    received_at: new Date(at + MINUTE),
    created_at: new Date(at + MINUTE),
  })
}

/** The entries that the archivings have left in the activity log. */
export function addArchivings(scene: Scene, from: number): void {
  for (const day of archivings(from, scene.now)) {
    const id = fixedId('archivings', new Date(day).toISOString())
    scene.sink.add('public.user_activity_log', {
      id,
      activity_type: 'payments.archived',
      actor_user_id: accounts.meera.id,
      entity_type: 'payment_events_archive',
      entity_id: id,
      details: { before: new Date(day - 90 * DAY).toISOString() },
      created_at: new Date(atWork(day, scene.random)),
    })
  }
}
