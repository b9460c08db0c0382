// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** How far the numbers of invoices and receipts have come, by year. */
export interface NumberingStateRow {
  readonly id: string
  readonly series: 'invoice' | 'receipt'
  readonly year: number
  /** The number that was given last; the next one follows it. */
  readonly last_number: string
  readonly updated_at: string
}
