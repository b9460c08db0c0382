import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PendingEntry } from '#main/mirror/cut.ts'
import { openDatabase } from '#main/mirror/database.ts'
import { Mirror } from '#main/mirror/mirror.ts'
import type { Entry, Operation, Request } from '#shared/model/entry.ts'
import { hello, pullPage, snapshotPage } from '#shared/model/protocol.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { addPerson, type TestPerson } from '#tests/support/people.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { testTemplates } from '#tests/support/templates.ts'

let server: TestDatabase
let agent: TestPerson
let client: TestPerson
let folder: string
let mirror: Mirror

beforeEach(async () => {
  server = await createDatabase({ layers: ['platform', 'partners-vrai', 'sync'] })
  agent = await addPerson(server, 'super_admin', 'Élise')
  client = await addPerson(server, 'client', 'Camille')
  folder = mkdtempSync(join(tmpdir(), 'outpost-mirror-'))
  mirror = await Mirror.open(join(folder, 'mirror'), 'partners-vrai', testTemplates)
})
afterEach(async () => {
  await mirror.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

async function ask(sql: string, params: unknown[] = []): Promise<unknown> {
  const [row] = await server.as(agent, (query) => query<{ answer: unknown }>(`select ${sql} as answer`, params))
  return row?.answer
}

/** The first copy, in pages of `size` rows; `between` runs after each page. */
async function fill(size: number, between: () => Promise<unknown> = async () => undefined) {
  const answer = hello.parse(await ask('console_hello()'))
  await mirror.attach(answer.relations)
  await mirror.setFact('cursor', answer.cursor)
  for (const { relation } of await mirror.loading()) {
    let after: string | null = null
    do {
      const page = snapshotPage.parse(await ask('console_snapshot($1, $2, $3)', [relation, after, size]))
      await mirror.loadPage(page)
      after = page.next
      await between()
    } while (after !== null)
  }
}

async function pull(size: number, pending: PendingEntry[] = []) {
  let { cursor = '' } = await mirror.facts()
  for (let pages = 0; pages !== 1; ) {
    let after: string | null = null
    let next = ''
    pages = 0
    do {
      const page = pullPage.parse(await ask('console_pull($1, $2, $3)', [cursor, after, size]))
      await mirror.stage(page)
      next ||= page.cursor
      after = page.next
      pages += 1
    } while (after !== null)
    cursor = next
  }
  return mirror.applyCut({ cursor, claims: claims(), pending })
}

const claims = () => ({ sub: agent.sub, email: agent.email })
const names = async () =>
  (await mirror.read<{ full_name: string }>(claims(), 'select full_name from profiles order by full_name')).map(
    (row) => row.full_name,
  )

/** Takes a decision here, without a journal. */
async function decide(request: Request): Promise<PendingEntry> {
  const id = randomUUID()
  let written: Operation | undefined
  await mirror.submit({
    id,
    claims: claims(),
    request,
    subjectQuery: null,
    write: ({ operation, subject, dependsOn }): Entry => {
      written = operation
      return {
        id,
        seq: 1,
        person: agent.sub,
        device: id,
        madeAt: '2026-11-20T08:00:00Z',
        operation,
        subject,
        dependsOn,
      }
    },
  })
  if (!written) throw new Error('Nothing was written.')
  return { id, seq: 1, operation: written, dependsOn: [] }
}

const rename = (id: string, full_name: string): Request => ({
  kind: 'update',
  relation: 'public.profiles',
  key: { id },
  set: { full_name },
})

test('a copy made page by page while the server changes ends exactly as the server is', async () => {
  for (let n = 0; n < 20; n += 1) await addPerson(server, 'client', `Client ${n}`)
  let n = 0
  await fill(3, async () => {
    n += 1
    await server.query(
      'update public.profiles set full_name = full_name || $1 where id in (select id from public.profiles order by random() limit 2)',
      ['*'],
    )
    if (n === 4) await server.query(`delete from public.profiles where full_name like 'Client 1_%'`)
    if (n === 5) await addPerson(server, 'client', 'Late')
  })
  await pull(2)
  const there = await server.query<{ full_name: string }>(
    'select full_name from public.profiles order by full_name collate "C"',
  )
  expect((await names()).sort()).toEqual(there.map((row) => row.full_name).sort())
})

test('a unique value that moved from row to row during the copy does not stop it', async () => {
  const [low, high] = ['00000000-0000-4000-8000-000000000001', 'ffffffff-ffff-4fff-bfff-ffffffffffff']
  for (const [id, email] of [
    [low, 'a@example.com'],
    [high, 'b@example.com'],
  ] as const) {
    await server.query('insert into auth.users (id, email) values ($1, $2)', [id, email])
    await server.query(`insert into public.profiles (id, email, full_name) values ($1, $2, 'X')`, [id, email])
  }
  let moved = false
  await fill(1, async () => {
    if (moved || (await mirror.loading()).every(({ relation, rows }) => relation !== 'public.profiles' || rows === 0))
      return
    moved = true
    await server.query(`update public.profiles set email = 'c@example.com' where id = $1`, [low])
    await server.query(`update public.profiles set email = 'a@example.com' where id = $1`, [high])
  })
  expect(moved).toBe(true)
  await pull(100)
  const rows = await mirror.read(claims(), `select email from profiles where full_name = 'X' order by id`)
  expect(rows).toEqual([{ email: 'c@example.com' }, { email: 'a@example.com' }])
})

test('a check that would refuse here what the server has keeps nothing away, and judges what is decided here', async () => {
  const path = join(folder, 'mirror')
  await mirror.close()
  const database = await openDatabase(path, 'partners-vrai', testTemplates)
  // Stands for one that asks for the time, or looks into another table.
  await database.exec(`alter table public.profiles add constraint not_now check (full_name not like 'Camille%')`)
  await database.close()
  mirror = await Mirror.open(path, 'partners-vrai', testTemplates)
  await fill(100)
  expect(await names()).toEqual(['Camille'])
  await server.query(`update public.profiles set full_name = 'Camille B' where id = $1`, [client.sub])
  await pull(100)
  expect(await names()).toEqual(['Camille B'])
  await decide(rename(client.sub, 'Mine'))
  await pull(100, [])
  expect(await names()).toEqual(['Camille B'])
  const refusal = { code: 'refused', problem: { reason: 'check_violation', field: 'full_name' } }
  await expect(decide(rename(client.sub, 'Camille C'))).rejects.toMatchObject(refusal)
})

test('half of a large difference is not shown: pages wait until they make a cut', async () => {
  await fill(100)
  await pull(100)
  for (let n = 0; n < 5; n += 1) await addPerson(server, 'client', `New ${n}`)
  const { cursor } = await mirror.facts()
  await mirror.stage(pullPage.parse(await ask('console_pull($1, null, 2)', [cursor])))
  expect(await names()).toEqual(['Camille'])
  await pull(2)
  expect(await names()).toEqual(['Camille', 'New 0', 'New 1', 'New 2', 'New 3', 'New 4'])
})

test('a pending decision stays on top of what the server changes beside it, and gives way when it is undone', async () => {
  await fill(100)
  await pull(100)
  const mine = await decide(rename(client.sub, 'Mine'))
  expect(await names()).toEqual(['Mine'])
  await server.query(`update public.profiles set phone = '+33' where id = $1`, [client.sub])
  await pull(100, [mine])
  expect(await mirror.read(claims(), 'select full_name, phone from profiles')).toEqual([
    { full_name: 'Mine', phone: '+33' },
  ])
  await pull(100, [])
  expect(await mirror.read(claims(), 'select full_name, phone from profiles')).toEqual([
    { full_name: 'Camille', phone: '+33' },
  ])
})

test('a pending decision that the server has made impossible is named, and holds up no other', async () => {
  await fill(100)
  await pull(100)
  const other = await addPerson(server, 'client', 'Other')
  await pull(100)
  const [first, second] = [await decide(rename(client.sub, 'One')), await decide(rename(other.sub, 'Two'))]
  await server.query('delete from public.profiles where id = $1', [client.sub])
  await pull(100, [first, second])
  expect(await names()).toEqual(['Two'])
  const failures = await mirror.failures()
  expect([...failures.keys()]).toEqual([first.id])
  expect(failures.get(first.id)).toMatchObject({ code: 'conflict', reason: 'row.update_delete' })
})

test('without the pending decisions the mirror is the server, whatever their triggers did', async () => {
  await fill(100)
  await pull(100)
  const proofs = async () => mirror.proofs(await mirror.travelling())
  const before = await proofs()
  const entry = await decide(rename(client.sub, 'Mine'))
  expect(await proofs()).toEqual(before)
  expect(await names()).toEqual(['Mine'])
  await mirror.applyCut({ cursor: null, claims: claims(), pending: [entry] })
  expect(await names()).toEqual(['Mine'])
})

test('what a reader asks runs under the policies and can change nothing', async () => {
  await fill(100)
  await pull(100)
  const stranger = { sub: randomUUID(), email: 'nobody@example.com' }
  expect(await mirror.read(stranger, 'select * from profiles')).toEqual([])
  await expect(mirror.read(claims(), 'delete from profiles')).rejects.toThrow('read-only')
  await expect(mirror.read(claims(), 'select * from outpost.effects')).rejects.toThrow('permission denied')
})

test('a folder that is damaged is thrown away and begun anew', async () => {
  await fill(100)
  await mirror.close()
  rmSync(join(folder, 'mirror', 'global'), { recursive: true })
  mirror = await Mirror.open(join(folder, 'mirror'), 'partners-vrai', testTemplates)
  expect((await mirror.facts()).cursor).toBeUndefined()
  await fill(100)
  await pull(100)
  expect(await names()).toEqual(['Camille'])
})
