import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Operation } from '#shared/model/entry.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import { entryOf, push } from '#tests/migrations/sync/rpc.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { holdsForBatches } from '#tests/support/property.ts'
import { type Case, COLUMNS, type Some, VALUES, type Values, type Verdict, verdictOn } from './conflict-model.ts'

const person = { sub: randomUUID(), email: 'somebody@example.com' }
const relation = 'public.things'
let db: TestDatabase
beforeAll(async () => {
  db = await createDatabase({ layers: ['platform', 'sync'] })
  await db.exec(`create table public.things (
      id uuid primary key, code text unique, name text, amount numeric(24, 2), details jsonb, active boolean, at timestamptz
    );
    grant all on public.things to authenticated;
    select console_sync.track_all()`)
  await db.query('insert into auth.users (id, email) values ($1, $2)', [person.sub, person.email])
})
afterAll(() => db.close())

const values = fc.record(
  Object.fromEntries(COLUMNS.map((column) => [column, fc.nat(VALUES[column].length - 1)])),
) as fc.Arbitrary<Values>
const some = values.chain((all) => fc.subarray([...COLUMNS], { minLength: 1 }).map((chosen): Some => pick(all, chosen)))
const cases: fc.Arbitrary<Case> = fc.record({
  seen: values,
  server: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('change' as const), to: some }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'change' as const, to: {} }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'delete' as const }) },
  ),
  decision: fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('update' as const), set: some, wholeBase: fc.boolean() }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'delete' as const }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('insert' as const),
        over: fc.constantFrom('key' as const, 'code' as const, 'nothing' as const),
        values,
      }),
    },
  ),
})

const BATCH = 500

test('10 000 changes that two people made: merged, or in front of somebody, and never one over the other', async () => {
  await holdsForBatches(cases, BATCH, 10_000 / BATCH, async (batch) => {
    const verdicts = await play(batch)
    // Each is a row of its own: the first that is judged otherwise is as small as a counterexample gets.
    for (const [at, one] of batch.entries()) expect(verdicts[at], JSON.stringify(one)).toEqual(verdictOn(one))
  })
}, 600_000)

/** Plays them all at once: rows are made, the server changes them, the decisions come in. */
async function play(batch: readonly Case[]): Promise<Verdict[]> {
  const rows = batch.map((one) => ({ one, id: randomUUID(), code: randomUUID() }))
  await write(
    'insert into public.things select * from jsonb_populate_recordset(null::public.things, $1)',
    rows.map(({ one, id, code }) => ({ id, code, ...jsonOf(one.seen) })),
  )
  const bases = await wordsOf(rows.map(({ id }) => id))
  for (const column of COLUMNS) {
    await write(
      `update public.things t set ${column} = n.${column} from jsonb_populate_recordset(null::public.things, $1) n where t.id = n.id`,
      rows.flatMap(({ one: { server }, id }) => {
        const to = server.kind === 'change' ? server.to[column] : undefined
        return to === undefined ? [] : [{ id, [column]: VALUES[column][to] }]
      }),
    )
  }
  const gone = rows.filter(({ one }) => one.server.kind === 'delete').map(({ id }) => id)
  await db.query('delete from public.things where id = any ($1)', [gone])
  const entries = rows.map(({ one, id, code }) => entryOf(person, operationOf(one, id, code, bases.get(id) ?? '{}')))
  const { receipts } = await push(db, person, entries)
  const after = await wordsOf(rows.map(({ id }) => id))
  return rows.map(({ id }, at) => {
    const receipt = receipts[at]
    if (receipt === undefined) throw new Error('A receipt is missing.')
    return { ...outcomeOf(receipt), row: placesOf(after.get(id)) }
  })
}

async function write(sql: string, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await db.query(sql, [JSON.stringify(rows)])
}

async function wordsOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await db.as(person, async (query) => {
    await query(`set local timezone = 'UTC'`)
    return query<{ id: string; row: string }>(
      `select id, (to_jsonb(t) - 'id' - 'code')::text as row from public.things t where id = any ($1)`,
      [ids],
    )
  })
  return new Map(found.map(({ id, row }) => [id, row]))
}

function operationOf({ decision }: Case, id: string, code: string, row: string): Operation {
  if (decision.kind === 'delete') return { kind: 'delete', relation, key: { id }, base: row }
  if (decision.kind === 'update') {
    const { set, wholeBase } = decision
    // Text all the way: a base never passes through a JavaScript number.
    const parts = Object.keys(set).map((column) => `"${column}": ${partOf(row, column)}`)
    return { kind: 'update', relation, key: { id }, set: jsonOf(set), base: wholeBase ? row : `{${parts.join(', ')}}` }
  }
  const { over } = decision
  const own = { id: over === 'key' ? id : randomUUID(), code: over === 'code' ? code : randomUUID() }
  return { kind: 'insert', relation, values: { ...own, ...jsonOf(decision.values) } }
}

/** One member of a flat object, as it is written. */
function partOf(row: string, column: string): string {
  const part = new RegExp(`"${column}": ("(?:[^"\\\\]|\\\\.)*"|\\{[^}]*\\}|\\[[^\\]]*\\]|[^,}]+)`).exec(row)?.[1]
  if (part === undefined) throw new Error(`${row} has no ${column}.`)
  return part
}

function outcomeOf(receipt: Receipt): Omit<Verdict, 'row'> {
  if (receipt.outcome === 'applied') return { outcome: 'applied', kind: null, collisions: [] }
  if (receipt.outcome !== 'conflict') throw new Error(JSON.stringify(receipt))
  const { kind, collisions } = receipt.conflict
  const named = new Set(collisions.map(({ column }) => column))
  return { outcome: 'conflict', kind, collisions: COLUMNS.filter((column) => named.has(column)) }
}

function jsonOf(chosen: Some): Record<string, string | boolean | null> {
  const entries = Object.entries(chosen).map(([column, place]) => [column, VALUES[column as keyof Values][place]])
  return Object.fromEntries(entries)
}

/** Which of the values a row has, by the text that Postgres gives them. */
function placesOf(row: string | undefined): Values | null {
  if (row === undefined) return null
  const found = COLUMNS.map((column) => {
    const text = partOf(row, column)
    return [column, VALUES[column].findIndex((value) => sameValue(text, value))] as const
  })
  return Object.fromEntries(found) as Record<keyof Values, number>
}

function sameValue(text: string, value: unknown): boolean {
  return typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? text === value : text === sorted(value)
}

/** As Postgres writes jsonb. */
function sorted(value: unknown): string {
  return JSON.stringify(value)
    .replace(/,(?=["\d[{tfn])/g, ', ')
    .replaceAll('":', '": ')
}

function pick(all: Values, chosen: readonly (keyof Values)[]): Some {
  return Object.fromEntries(chosen.map((column) => [column, all[column]]))
}
