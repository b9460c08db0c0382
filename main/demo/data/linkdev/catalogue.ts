import { derivedId, fixedId } from '../ids.ts'
import { DAY } from '../time.ts'
import { accounts } from './accounts.ts'
import { addAudited, addChange, type Story } from './story.ts'

const products = [
  { plan: 'pro', name: 'Pro', description: 'API access and advanced analytics', month: 1_900 },
  { plan: 'business', name: 'Business', description: 'Single sign-on, own branding, priority support', month: 4_900 },
] as const

/** What the database derives the ids of the features from. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** How the limits of plans have been changed in the last months, the last value being that of today. */
const changes = [
  { plan: 'free', feature: 'max_api_calls_per_month', from: 500, to: 1_000, daysAgo: 96 },
  { plan: 'pro', feature: 'max_ai_tokens_per_month', from: 500_000, to: 750_000, daysAgo: 81 },
  { plan: 'pro', feature: 'max_ai_tokens_per_month', from: 750_000, to: 1_000_000, daysAgo: 24 },
  { plan: 'business', feature: 'max_seats', from: 40, to: 50, daysAgo: 55 },
]

/** What is sold, at which prices, and how plans came to be as they are. */
export function addCatalogue(story: Story, start: number): void {
  const at = new Date(start)
  const act = { at: start, actor: null }
  for (const { plan, name, description, month } of products) {
    const productId = fixedId('products', plan)
    addAudited(
      story,
      'public.products',
      {
        id: productId,
        stripe_product_id: `prod_${plan}`,
        plan_name: plan,
        name,
        description,
        active: true,
        metadata: {},
        created_at: at,
        updated_at: at,
      },
      act,
    )
    for (const currency of ['eur', 'usd']) {
      for (const [interval, amount] of [['month', month] as const, ['year', month * 10] as const]) {
        const amountHere = currency === 'eur' ? amount : amount + 100
        addAudited(
          story,
          'public.prices',
          {
            id: fixedId('prices', `${plan} ${interval} ${currency}`),
            stripe_price_id: `price_${plan}_${interval}_${currency}`,
            product_id: productId,
            description: `${name}, ${interval}, ${currency.toUpperCase()}`,
            unit_amount: amountHere,
            currency,
            type: 'recurring',
            interval,
            interval_count: 1,
            trial_period_days: interval === 'month' ? 14 : null,
            active: true,
            metadata: {},
            created_at: at,
            updated_at: at,
          },
          act,
        )
      }
    }
  }
  for (const { plan, feature, from, to, daysAgo } of changes) {
    addChange(
      story,
      'public.plan_features',
      derivedId(NOBODY, `${plan} ${feature}`),
      {
        at: story.now - daysAgo * DAY + 10 * 3_600_000,
        actor: { id: accounts.ines.id, type: 'staff' },
        action: 'plan_feature_changed',
        metadata: { plan, feature },
      },
      { feature_value: { limit: from } },
      { feature_value: { limit: to } },
    )
  }
}
