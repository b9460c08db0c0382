import { derivedId } from '../ids.ts'
import { DAY, MINUTE } from '../time.ts'
import type { Organization } from './organization.ts'
import { addAudited, type Story } from './story.ts'

const letters = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789'

/** What Stripe knows of an organisation that has bought something, and the events of its last periods. */
export function addStripe(
  { sink, random, now, ...story }: Story,
  { id: orgId, owner }: Organization,
  of: { readonly boughtAt: number; readonly periodStart: number; readonly failed: boolean },
): void {
  const at = new Date(of.boughtAt)
  addAudited(
    { sink, random, now, ...story },
    'public.billing_customers',
    {
      id: derivedId(orgId, 'billing'),
      org_id: orgId,
      stripe_customer_id: `cus_${random.word(14, letters)}`,
      billing_email: owner.email,
      created_at: at,
      updated_at: at,
    },
    { at: of.boughtAt, actor: null, orgId },
  )
  const event = (type: string, time: number, error: string | null) => {
    const processedAt = Math.min(time + random.between(0.02, 3) * MINUTE, now)
    const eventId = `evt_${random.word(24, letters)}`
    sink.add('public.processed_events', {
      id: random.uuid(),
      event_id: eventId,
      event_type: type,
      org_id: orgId,
      payload: { id: eventId, type, created: Math.floor(time / 1_000), livemode: true },
      error,
      processed_at: new Date(processedAt),
    })
  }
  event('customer.subscription.created', of.boughtAt, null)
  for (let time = of.periodStart; time >= of.boughtAt && time > of.periodStart - 61 * DAY; time -= 30 * DAY) {
    const isLast = time === of.periodStart
    event(of.failed && isLast ? 'invoice.payment_failed' : 'invoice.paid', time, failure(random.unit()))
  }
}

/** One in a hundred could not be handled at first. */
function failure(chance: number): string | null {
  return chance < 0.01 ? 'organisation was locked by another transaction' : null
}
