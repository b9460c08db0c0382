import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PendingEntry } from '#main/mirror/cut.ts'
import type { Request } from '#shared/model/entry.ts'
import { openServedMirror, type ServedMirror } from './support/served-mirror.ts'

/** More than are all run again at every cut. */
const MANY = 120

let served: ServedMirror
let clients: string[]

beforeEach(async () => {
  served = await openServedMirror()
  const people = await served.server.query<{ id: string }>(
    `with made as (
       insert into auth.users (id, email)
       select gen_random_uuid(), i || '@example.com' from generate_series(0, $1::int - 1) i returning id, email
     )
     insert into public.profiles (id, email, full_name, status)
     select id, email, 'Client ' || split_part(email, '@', 1), 'ACTIVE' from made order by split_part(email, '@', 1)::int
     returning id`,
    [MANY],
  )
  clients = people.map(({ id }) => id)
  await served.fill()
})
afterEach(() => served.close())

const rename = (at: number, full_name: string): Request => ({
  kind: 'update',
  relation: 'public.profiles',
  key: { id: clients[at] ?? '' },
  set: { full_name },
})

/** Names and phones of the clients, in their order. */
async function shown(): Promise<{ name: string; phone: string | null }[]> {
  return served.mirror.read(
    served.claims,
    `select p.full_name as name, p.phone from unnest($1::uuid[]) with ordinality c (id, place)
     join profiles p using (id) order by place`,
    [clients],
  )
}

async function renameAll(): Promise<PendingEntry[]> {
  const pending: PendingEntry[] = []
  for (let at = 0; at < MANY; at += 1) pending.push(await served.decide(rename(at, `Mine ${at}`)))
  return pending
}

const onServer = (sql: string, at: number) => served.server.query(sql, [clients[at]])

test('with many decisions pending a cut runs only those again whose rows came from the server', async () => {
  const pending = await renameAll()
  await onServer(`update public.profiles set phone = '+33 7' where id = $1`, 7)
  const cut = { cursor: await served.stage(), claims: served.claims, pending }
  expect(await served.mirror.applyCut({ ...cut, mostAgain: 0 })).toBeNull()
  expect((await shown())[7]).toEqual({ name: 'Mine 7', phone: null })
  expect((await served.mirror.facts()).cursor).not.toBe(cut.cursor)

  expect(await served.mirror.applyCut({ ...cut, mostAgain: 1 })).toMatchObject({ left: 0 })
  const expected = clients.map((_, at) => ({ name: `Mine ${at}`, phone: at === 7 ? '+33 7' : null }))
  expect(await shown()).toEqual(expected)
})

test('a decision goes and those on the same row stand on what is left, in their order', async () => {
  await served.decide(rename(3, 'First'))
  const pending = await renameAll()
  const last = await served.decide(rename(3, 'Last'))
  await onServer(`update public.profiles set full_name = 'First', phone = '+33 3' where id = $1`, 3)
  const cut = { cursor: await served.stage(), claims: served.claims, pending: [...pending, last] }
  expect(await served.mirror.applyCut({ ...cut, mostAgain: 1 })).toBeNull()
  expect(await served.mirror.applyCut({ ...cut, mostAgain: 2 })).not.toBeNull()
  expect((await shown())[3]).toEqual({ name: 'Last', phone: '+33 3' })

  const without = pending.filter(({ id }) => id !== pending[3]?.id)
  await served.mirror.applyCut({ cursor: null, claims: served.claims, pending: without })
  expect((await shown())[3]).toEqual({ name: 'First', phone: '+33 3' })
  await served.mirror.applyCut({ cursor: null, claims: served.claims, pending: [] })
  const server = clients.map((_, at) =>
    at === 3 ? { name: 'First', phone: '+33 3' } : { name: `Client ${at}`, phone: null },
  )
  expect(await shown()).toEqual(server)
})

test('a decision that, run again, changes a row which a later one had changed, is still before it', async () => {
  await served.tamper(`create function public.rename_first(p_name text) returns void
    language sql security definer set search_path = '' as $$
      update public.profiles set full_name = p_name where id = (select id from public.profiles order by phone limit 1)
    $$`)
  await onServer(`update public.profiles set phone = '1' where id = $1`, 0)
  await onServer(`update public.profiles set phone = '2' where id = $1`, 1)
  const early = { cursor: await served.stage(), claims: served.claims, pending: [] }
  await served.mirror.applyCut(early)
  const call = await served.decide({ kind: 'call', function: 'rename_first', args: { p_name: 'The first' } })
  expect((await shown())[0]?.name).toBe('The first')
  const pending = [call, ...(await renameAll())]
  await onServer(`update public.profiles set phone = '3' where id = $1`, 0)
  await served.mirror.applyCut({ cursor: await served.stage(), claims: served.claims, pending })
  const names = (await shown()).map(({ name }) => name)
  expect(names).toEqual(clients.map((_, at) => ['Client 0', 'The first'][at] ?? `Mine ${at}`))
  // Both were decided on a name that is not there any more: they are run after the call, not before it.
  expect(new Set((await served.mirror.failures()).keys())).toEqual(new Set([pending[1]?.id, pending[2]?.id]))
})

test('decisions that the mirror lacks come back a hundred at a time', async () => {
  const pending = await renameAll()
  await served.mirror.applyCut({ cursor: null, claims: served.claims, pending: [] })
  expect((await shown())[0]?.name).toBe('Client 0')
  const cut = { cursor: null, claims: served.claims, pending }
  expect((await served.mirror.applyCut(cut))?.left).toBe(MANY - 100)
  expect((await shown()).filter(({ name }) => name.startsWith('Mine'))).toHaveLength(100)
  expect((await served.mirror.applyCut(cut))?.left).toBe(0)
  expect((await shown()).map(({ name }) => name)).toEqual(clients.map((_, at) => `Mine ${at}`))
})
