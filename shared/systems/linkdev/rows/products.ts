// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What is on sale, as Stripe knows it. */
export interface ProductsRow {
  readonly id: string
  /** Stripe's own id, prod_… */
  readonly stripe_product_id: string | null
  /** The plan that an organisation gets by it; empty for extras. */
  readonly plan_name: 'free' | 'pro' | 'business' | 'enterprise' | null
  readonly name: string
  readonly description: string | null
  /** Address of a picture. */
  readonly image: string | null
  /** Off: no longer sold; running subscriptions go on. */
  readonly active: boolean
  readonly metadata: unknown
  readonly created_at: string
  readonly updated_at: string
}
