import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Operation } from '#shared/model/entry.ts'
import * as protocol from '#shared/model/protocol.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import type { Claims, TestDatabase } from '#tests/support/database.ts'

/** The doors, asked the way the data API asks them, the answers checked the way the gateway checks them. */
export const hello = (db: TestDatabase, person: Claims) => call(db, person, 'console_hello()', [], protocol.hello)

export const snapshot = (
  db: TestDatabase,
  person: Claims,
  relation: string,
  after: string | null = null,
  rows = 1000,
  { kept = null, held = { none: true } }: { kept?: object | null; held?: object } = {},
) =>
  call(
    db,
    person,
    'console_snapshot($1, $2, $3, $4, $5)',
    [relation, after, rows, json(kept), json(held)],
    protocol.snapshotPage,
  )

export const pull = (
  db: TestDatabase,
  person: Claims,
  cursor: string,
  after: string | null = null,
  rows = 1000,
  scope: object = {},
) => call(db, person, 'console_pull($1, $2, $3, $4)', [cursor, after, rows, json(scope)], protocol.pullPage)

export const proof = (
  db: TestDatabase,
  person: Claims,
  relation: string,
  columns: readonly string[],
  kept: object | null = null,
) => call(db, person, 'console_proof($1, $2, $3)', [relation, columns, json(kept)], protocol.proof)

/** Rows by their keys, or by the value of a column. */
export const rows = (
  db: TestDatabase,
  person: Claims,
  relation: string,
  {
    keys = null,
    column = null,
    value = null,
  }: { keys?: string[] | null; column?: string | null; value?: string | null },
  after: string | null = null,
  most = 500,
) =>
  call(
    db,
    person,
    'console_rows($1, $2, $3, $4, $5, $6)',
    [relation, keys, column, value, after, most],
    protocol.rowsPage,
  )

export const push = (db: TestDatabase, person: Claims, entries: readonly unknown[]) =>
  call(db, person, 'console_push($1::jsonb)', [JSON.stringify(entries)], protocol.pushAnswer)

const json = (value: object | null) => (value === null ? null : JSON.stringify(value))

async function call<T>(
  db: TestDatabase,
  person: Claims,
  text: string,
  params: readonly unknown[],
  schema: z.ZodType<T>,
): Promise<T> {
  const [row] = await db.as(person, (query) => query<{ answer: unknown }>(`select public.${text} as answer`, params))
  return schema.parse(row?.answer)
}

const device = randomUUID()
let seq = 0

/** An entry as it goes up, with a number of its own. */
export function entryOf(
  person: { sub: string },
  operation: Operation,
  more: { id?: string; dependsOn?: string[] } = {},
) {
  seq += 1
  const madeAt = '2026-03-01T12:00:00Z'
  return { id: randomUUID(), seq, person: person.sub, device, madeAt, operation, subject: {}, dependsOn: [], ...more }
}

/** Pushes operations as one batch and answers their receipts. */
export async function send(db: TestDatabase, person: { sub: string }, ...operations: Operation[]): Promise<Receipt[]> {
  const answer = await push(
    db,
    person,
    operations.map((operation) => entryOf(person, operation)),
  )
  return answer.receipts
}

/** The receipt of the one operation that is pushed. */
export async function sendOne(db: TestDatabase, person: { sub: string }, operation: Operation): Promise<Receipt> {
  const [receipt] = await send(db, person, operation)
  if (receipt === undefined) throw new Error('No receipt came back.')
  return receipt
}
