// Stand-in: the machine's clock (tests/support/machine-clock-process.ts). Processes, cloud and journal are real, and the
// cloud keeps the true time.
import { cp, rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Reply } from '#shared/contract/contract.ts'
import { type Call, joining, type Machine, message, newHome, runConsole } from '#tests/crash/support/console.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
let cloud: TestCloud
let dossier: string
/** A home that has joined and synced under the true clock, to be copied. */
let joined: string
const homes: string[] = []

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  const [row] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  dossier = row?.id ?? ''
  joined = open()
  await well({}, joined, ...joining(cloud), sync)
})
afterAll(async () => {
  await cloud.stop()
  for (const home of homes) await rm(home, { recursive: true, force: true })
})

function open(): string {
  const home = newHome()
  homes.push(home)
  return home
}

/** A home like the one that has joined. It gets a name of its own with its first decision. */
async function openJoined(): Promise<string> {
  const home = open()
  await cp(joined, home, { recursive: true, filter: (path) => !path.endsWith('/templates') })
  return home
}

/** What the calls answer on a machine; each must come to an answer. */
async function on(machine: Machine, home: string, ...calls: Call[]): Promise<readonly Reply[]> {
  const { signal, replies } = await runConsole(home, calls, undefined, machine)
  if (signal !== null || replies.length !== calls.length) throw new Error(`The console ended early: ${signal}.`)
  return replies
}

/** Like `on`, for calls that must all go well. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the calls answer
async function well(machine: Machine, home: string, ...calls: Call[]): Promise<any[]> {
  return (await on(machine, home, ...calls)).map((reply, at) => {
    if (reply.ok) return reply.value
    throw new Error(`${calls[at]?.[0]}: ${reply.error.code}: ${reply.error.message}`)
  })
}

const sync: Call = ['sync.now']
const sent = (words: string) =>
  cloud.sql<{ body: string }>('select body from public.messages where body like $1', [`${words}%`])

/** Milliseconds from now to a moment. */
const to = (moment: string) => Date.parse(moment) - Date.now()

test.for<[string, Machine]>([
  ['a day ahead', { clock: `${DAY}` }],
  ['a day behind', { clock: `${-DAY}` }],
  ['jumping a day forth and back all the time', { clock: `${DAY}/25` }],
  ['jumping a day back and forth all the time', { clock: `${-DAY}/25` }],
  ['in Paris, when the hour comes twice', { clock: `${to('2026-10-25T00:59:57Z')}`, zone: 'Europe/Paris' }],
  ['in New York, when an hour is left out', { clock: `${to('2027-03-14T06:59:57Z')}`, zone: 'America/New_York' }],
  ['where the day begins first', { zone: 'Pacific/Kiritimati' }],
])('with a clock %s everything reconciles, once', async ([name, machine]) => {
  const home = open()
  const words = ['one', 'two', 'three', 'four'].map((word) => `${name}: ${word}`)
  const [one, two, three, four] = words.map((text) => message(dossier, text))
  if (!one || !two || !three || !four) throw new Error('There are four.')
  await well(machine, home, ...joining(cloud), sync, one, two)
  await well(machine, home, three, sync, four)
  const [, status, list, doctor] = await well(
    machine,
    home,
    sync,
    ['sync.status'],
    ['outbox.list', { which: 'all' }],
    ['tools.doctor'],
  )
  expect(status).toMatchObject({ pending: 0, conflicts: 0, rejected: 0, problem: null })
  expect((await sent(name)).map(({ body }) => body).sort()).toEqual([...words].sort())
  const entries = list.entries as { seq: number; state: string }[]
  expect(entries.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
  expect(doctor).toMatchObject({ sound: true })
})

test('the last decision stands, also when the clock was set back before it was taken', async () => {
  const home = open()
  const [person] = await cloud.sql<{ id: string }>('select id from public.profiles order by id limit 1')
  const name = (full_name: string): Call => [
    'entries.submit',
    { request: { kind: 'update', relation: 'public.profiles', key: { id: person?.id }, set: { full_name } } },
  ]
  await well({ clock: `${DAY}` }, home, ...joining(cloud), sync, name('First, tomorrow'))
  await well({ clock: `${-DAY}` }, home, name('Second, yesterday'))
  await well({}, home, name('Third, today'))
  const [list] = await well({ clock: `${-DAY}` }, home, ['outbox.list', { which: 'all' }])
  const times = (list.entries as { seq: number; madeAt: string }[])
    .sort((a, b) => a.seq - b.seq)
    .map(({ madeAt }) => madeAt)
  expect([...times].sort()).not.toEqual(times)
  await well({ clock: `${DAY}` }, home, sync)
  expect(await cloud.sql('select full_name from public.profiles where id = $1', [person?.id])).toEqual([
    { full_name: 'Third, today' },
  ])
  const [row] = await cloud.sql<{ seqs: string[] }>(
    `select array_agg(r.seq::text order by r.seq) as seqs from console_sync.receipts r where r.outcome ->> 'outcome' = 'applied'
     and r.device = (select device from console_sync.receipts order by at desc limit 1)`,
  )
  expect(row?.seqs).toEqual(['1', '2', '3'])
})

test('a session goes on over a clock that was set forth or back, and is renewed when the server says so', async () => {
  const home = open()
  await well({ clock: `${DAY}` }, home, ...joining(cloud), sync)
  for (const clock of [`${-DAY}`, `${3 * DAY}`, '0', `${-300 * DAY}`]) await well({ clock }, home, sync)
})

test('a clock that is far off is told, and one that is right is not', async () => {
  const home = await openJoined()
  const told = async (clock: string) => (await well({ clock }, home, sync, ['sync.status']))[1].clockAhead
  expect(Math.round((await told(`${DAY}`)) / HOUR)).toBe(24)
  expect(Math.round((await told(`${-DAY}`)) / HOUR)).toBe(-24)
  expect(await told('0')).toBeNull()
})

/** An order that waits for its payment, of a suspended client who was reminded so many hours ago. */
async function orderReminded(hoursAgo: number): Promise<string> {
  const [order] = await cloud.sql<{ id: string; user_id: string }>(
    `select o.id, o.user_id from public.orders o join public.profiles p on p.id = o.user_id
     where o.status = 'PENDING' and p.status = 'SUSPENDED' order by o.id limit 1`,
  )
  if (!order) throw new Error('No order waits for its payment.')
  await cloud.sql('delete from public.payment_reminders where order_id = $1', [order.id])
  await cloud.sql(
    `insert into public.payment_reminders (user_id, order_id, sent_by_type, sent_at, created_at)
     values ($1, $2, 'SYSTEM', now() - make_interval(hours => $3), now() - make_interval(hours => $3))`,
    [order.user_id, order.id, hoursAgo],
  )
  return order.id
}

const remind = (p_order_id: string): Call => [
  'entries.submit',
  { request: { kind: 'call', function: 'send_payment_reminder', args: { p_order_id } } },
]
const reminders = (order: string) => cloud.sql('select from public.payment_reminders where order_id = $1', [order])

test('a reminder that only a fast clock allows is refused by the server, in words, with all that was decided', async () => {
  const home = await openJoined()
  const order = await orderReminded(60)
  const [, , summary, list] = await well({ clock: `${DAY}` }, home, sync, remind(order), sync, [
    'outbox.list',
    { which: 'all' },
  ])
  expect(summary).toMatchObject({ pending: 0, rejected: 1 })
  expect(list.entries).toMatchObject([
    { state: 'rejected', refusal: { code: 'reminder.too_soon' }, operation: { args: { p_order_id: order } } },
  ])
  expect(await reminders(order)).toHaveLength(1)
})

test('a reminder that only a slow clock forbids is refused here at once, and made when the clock is right', async () => {
  const home = await openJoined()
  const order = await orderReminded(84)
  const slow = await on({ clock: `${-DAY}` }, home, sync, remind(order))
  expect(slow.at(-1)).toMatchObject({ ok: false, error: { code: 'refused', reason: 'reminder.too_soon' } })
  const [, summary] = await well({}, home, remind(order), sync)
  expect(summary).toMatchObject({ pending: 0, rejected: 0, conflicts: 0 })
  expect(await reminders(order)).toHaveLength(2)
})

async function linkThatExpires(at: number): Promise<Call> {
  const [product] = await cloud.sql<{ id: string }>(
    'select id from public.products where is_active order by id limit 1',
  )
  const args = {
    p_product_id: product?.id,
    p_prospect_email: `expires.${at}@example.com`,
    p_expires_at: new Date(at).toISOString(),
  }
  return ['entries.submit', { request: { kind: 'call', function: 'create_payment_link', args } }]
}

test('a link is never made that has expired, or lasts too long, by the server’s clock', async () => {
  for (const [clock, at] of [
    [-DAY, Date.now() - 12 * HOUR],
    [DAY, Date.now() + 90.5 * DAY],
  ] as const) {
    const home = await openJoined()
    const link = await linkThatExpires(at)
    const [, summary, list] = await well({ clock: `${clock}` }, home, link, sync, ['outbox.list', { which: 'all' }])
    expect(summary).toMatchObject({ pending: 0, rejected: 1 })
    expect(list.entries).toMatchObject([
      { state: 'rejected', refusal: { code: 'link.expiry_invalid', field: 'p_expires_at' } },
    ])
    expect(
      await cloud.sql('select from public.payment_links where prospect_email = $1', [`expires.${at}@example.com`]),
    ).toEqual([])
  }
})
