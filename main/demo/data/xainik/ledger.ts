import { fixedId } from '../ids.ts'
import type { Value } from '../row-sink.ts'
import type { Sink } from './columns.ts'

type Row = Readonly<Record<string, Value>>

interface Numbered {
  readonly at: number
  readonly row: Row
}

/** Invoices and receipts, kept until all are known: numbers follow the time of issue, over everybody, without a gap. */
export class Ledger {
  readonly #invoices: Numbered[] = []
  readonly #receipts: Numbered[] = []

  invoice(at: number, row: Row): void {
    this.#invoices.push({ at, row })
  }

  receipt(at: number, row: Row): void {
    this.#receipts.push({ at, row })
  }

  /** Numbers everything and writes it down, with the counters as they stand then. */
  async close(sink: Sink): Promise<void> {
    await number(sink, this.#invoices, 'invoice')
    await number(sink, this.#receipts, 'receipt')
  }
}

async function number(sink: Sink, rows: Numbered[], series: 'invoice' | 'receipt'): Promise<void> {
  rows.sort((one, other) => one.at - other.at)
  const counters = new Map<number, { last: number; at: number }>()
  for (const { at, row } of rows) {
    const year = new Date(at).getUTCFullYear()
    const last = (counters.get(year)?.last ?? 0) + 1
    counters.set(year, { last, at })
    const digits = String(last).padStart(6, '0')
    if (series === 'invoice') sink.add('public.invoices', { ...row, invoice_number: `INV-${year}-${digits}` })
    else sink.add('public.receipts', { ...row, receipt_number: `RCT-${year}-${digits}` })
    await sink.flushWhenFull()
  }
  for (const [year, { last, at }] of counters) {
    sink.add('public.numbering_state', {
      id: fixedId('numbering_state', `${series}/${year}`),
      series,
      year,
      last_number: last,
      updated_at: new Date(at),
    })
  }
}
