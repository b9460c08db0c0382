// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Links sent to prospects: who opens one can register and pay for a product. */
export interface PaymentLinksRow {
  readonly id: string
  /** The secret part of the link: 256 bits that cannot be guessed. */
  readonly token: string
  readonly product_id: string
  readonly prospect_email: string
  readonly prospect_name: string | null
  /** What the prospect is asked to pay; may differ from the product's price. */
  readonly amount: string
  readonly currency: string
  readonly created_by: string
  /** The client who used the link. */
  readonly user_id: string | null
  /** The link stops working at this time. */
  readonly expires_at: string
  readonly used_at: string | null
  readonly created_at: string
}
