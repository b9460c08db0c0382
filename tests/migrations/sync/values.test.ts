import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CopyRows } from '#shared/model/protocol.ts'
import { migrationsOf, type TestDatabase } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { pull, snapshot } from './rpc.ts'

const person = { sub: '00000000-0000-4000-8000-000000000001' }

const table = `
create schema if not exists "Other Place";
create type public.mood as enum ('happy', 'so so', 'it''s	bad');
create domain public.percent as numeric check (value between 0 and 100);
create type public.pair as (a text, b integer);
create table public.values (
  id integer primary key,
  dropped text,
  "A ""quoted"" name" text,
  words text, letters varchar(20), padded char(5), flag boolean,
  tiny smallint, small integer, large bigint, exact numeric, money_like numeric(20, 4), single real, double double precision,
  day date, clock time, clock_zone timetz, moment timestamp, moment_zone timestamptz, span interval,
  document jsonb, raw_document json, bytes bytea, list text[], numbers numeric[], grid integer[][],
  mood public.mood, percent public.percent, pair public.pair, range int4range, times tstzrange,
  address inet, network cidr, bits bit varying, words_found tsvector, coins money, other uuid,
  computed text generated always as (words || '!') stored
);
alter table public.values drop column dropped;
create table "Other Place"."Mixed Case" (
  "Key One" timestamptz, "key,two" numeric(6, 2), three text, four boolean, five bytea, primary key ("Key One", "key,two", three, four, five)
);
create function public.rows_as_text(p_target text) returns setof text language plpgsql
set timezone = 'UTC' set datestyle = 'ISO' set intervalstyle = 'postgres' as $$
begin
  return query execute 'select (select string_agg(key || ''='' || coalesce(value, ''NULL''), ''|'' order by key)
    from jsonb_each_text(to_jsonb(t))) from ' || p_target || ' t order by 1';
end $$;
`

/** Everything that has ever broken somebody's export: what COPY escapes, what JSON rounds, what a session's settings change. */
const rows = `
insert into public.values (id) values (0);
insert into public.values (
  id, "A ""quoted"" name", words, letters, padded, flag, tiny, small, large, exact, money_like, single, double, day, clock, clock_zone,
  moment, moment_zone, span, document, raw_document, bytes, list, numbers, grid, mood, percent, pair, range, times,
  address, network, bits, words_found, coins, other
) values
(1, '', E'tab\\t newline\\n return\\r backslash\\\\ quote'' double" \\\\N \\\\. é 日本 🦊', E'\\\\N', 'ab', true,
 -32768, 2147483647, 9223372036854775807, 123456789012345678901234567890.123456789, 0.1000, 1.1, 0.1,
 'infinity', '24:00:00', '12:00:00.123456+05:30', '4713-01-01 00:00:00 BC', '2026-03-29 01:30:00.123456+01', '1 year -2 mons 3 days -04:05:06.7',
 E'{"text": "line\\\\nend\\\\ttab \\\\\\\\ \\\\u00e9", "big": 12345678901234567890.000, "none": null}', E'{"a":\\t1,\\n"a": 2}', '\\x00ff5c0a09',
 array['a,b', E'x\\ty', null, 'NULL', '', '{}', '"', E'\\\\'], array[1.10, null, 'NaN'], '{{1,2},{3,4}}',
 E'it''s\\tbad', 99.50, row(E'x\\ty, "z"', null), '[1,5)', '["2026-01-01 00:00+02",)',
 '10.0.0.1', '10.0.0.0/8', b'0101', to_tsvector('simple', E'tab\\there it''s'), '1234.56', '00000000-0000-0000-0000-00000000000a'),
(2, E'\\n', E'\\\\', '', '', false, 0, -2147483648, -9223372036854775808, 'NaN', -0.0001, '-infinity', 'NaN',
 '0001-01-01 BC', '00:00', '00:00-12', '-infinity', '1999-12-31 23:59:59.999999-08', '-178000000 years',
 'null', 'null', '', '{}', '{}', '{}', 'so so', 0, row('', 0), 'empty', 'empty', '::1', '::/0', b'', '', '-0.01', null);
insert into "Other Place"."Mixed Case" values
  ('2026-03-29 01:30:00.5+01', 1.50, E'a\\tb\\\\"c''d', true, '\\x5c6e'), ('-infinity', 1234.00, '', false, '');
`

let server: TestDatabase
let mirror: PGlite

beforeAll(async () => {
  server = await createDatabase({ layers: ['platform', 'sync'] })
  await server.exec(table)
  mirror = await PGlite.create()
  for (const { sql } of await migrationsOf(['platform', 'sync'])) await mirror.exec(sql)
  await mirror.exec(table)
  // A mirror in another place of the world, with other habits.
  await mirror.exec(`set timezone = 'America/Caracas'; set datestyle = 'German'; set intervalstyle = 'iso_8601'`)
  await server.exec(`select console_sync.track('public.values'), console_sync.track('"Other Place"."Mixed Case"');
    grant usage on schema "Other Place" to authenticated; grant select on all tables in schema "Other Place" to authenticated`)
  await server.query('insert into auth.users (id) values ($1)', [person.sub])
  await server.exec(rows)
})
afterAll(async () => {
  await server.close()
  await mirror.close()
})

const places = { 'public.values': 'public.values', 'Other Place.Mixed Case': '"Other Place"."Mixed Case"' } as const

for (const [relation, target] of Object.entries(places)) {
  test(`every value of ${relation} arrives as it was, by a snapshot and by a pull`, async () => {
    const truth = await truthIn(target)
    expect(truth).toHaveLength(relation === 'public.values' ? 3 : 2)

    await load(await snapshot(server, person, relation), target)
    expect(await copyIn(target)).toEqual(truth)

    await mirror.exec(`truncate ${target}`)
    const page = await pull(server, person, '1:1:')
    const changed = page.changed.find((rows) => rows.relation === relation)
    if (changed === undefined) throw new Error(`Nothing of ${relation} came.`)
    await load(changed, target)
    expect(await copyIn(target)).toEqual(truth)
  })

  test(`the proof of ${relation} is the same on the server and in a mirror with other settings`, async () => {
    const { columns } = await snapshot(server, person, relation)
    const [here] = await server.query<{ proof: Record<string, unknown> }>(
      'select console_sync.proof($1, $2, null) as proof',
      [relation, columns],
    )
    const { rows } = await mirror.query<{ proof: Record<string, unknown> }>(
      'select console_sync.proof($1, $2, null) as proof',
      [relation, columns],
    )
    expect(rows[0]?.proof).toMatchObject({ count: here?.proof.count, hash: here?.proof.hash })
  })
}

test('a key finds its row again, whatever its columns are', async () => {
  const first = await snapshot(server, person, 'Other Place.Mixed Case', null, 1)
  expect(first.next).toBe('["-infinity", "1234.00", "", "false", "\\\\x"]')
  const second = await snapshot(server, person, 'Other Place.Mixed Case', first.next, 1)
  expect(second.count).toBe(1)
  expect(second.next).toBeNull()
})

/** Rows as text, generated columns included, under the same settings on both sides. */
const asText = 'select public.rows_as_text($1) as text'

async function truthIn(target: string): Promise<string[]> {
  return (await server.query<{ text: string }>(asText, [target])).map(({ text }) => text)
}

async function copyIn(target: string): Promise<string[]> {
  return (await mirror.query<{ text: string }>(asText, [target])).rows.map(({ text }) => text)
}

async function load(rows: CopyRows, target: string): Promise<void> {
  const columns = rows.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ')
  await mirror.query(`copy ${target} (${columns}) from '/dev/blob'`, [], { blob: new Blob([rows.data]) })
}
