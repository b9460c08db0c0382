import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Gateway } from '#main/gateway/gateway.ts'
import { entryOf } from '#tests/migrations/sync/rpc.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { gatewayTo } from './fake-project.ts'

const engines = [
  ['PGlite', false],
  ['Postgres', true],
] as const

describe.each(engines)('the gateway before a real project over %s', (_name, postgres) => {
  let cloud: TestCloud
  let gateway: Gateway
  beforeAll(async () => {
    cloud = await startTestCloud({ postgres })
    gateway = gatewayTo(cloud, { key: cloud.key }).gateway
    await signIn(gateway, 'agent')
  })
  afterAll(() => cloud.stop())

  const account = (role: string) => {
    const found = cloud.accounts.find((each) => each.role === role)
    if (found === undefined) throw new Error(`Nobody is ${role}.`)
    return found
  }
  const signIn = (to: Gateway, role: string) => to.signIn(account(role).email, account(role).password)

  test('finds the project in order, and a wrong key out', async () => {
    await expect(gateway.probe()).resolves.toBeUndefined()
    const other = gatewayTo(cloud, { key: 'sb_publishable_of_another_project' }).gateway
    await expect(other.probe()).rejects.toMatchObject({ code: 'wrong_key' })
    await expect(other.signIn(account('agent').email, account('agent').password)).rejects.toMatchObject({
      code: 'wrong_key',
    })
  })

  test('greets staff, and nobody else', async () => {
    const hello = await gateway.hello()
    expect(hello).toMatchObject({ system: 'partners-vrai', syncVersion: 2, leftOut: [] })
    expect(hello.person).toMatchObject({ email: account('agent').email, role: 'agent' })
    // Those of the product, the people, and the views that staff share.
    expect(hello.relations).toHaveLength(21 + 2)
    for (const role of ['client', 'suspended']) {
      const stranger = gatewayTo(cloud, { key: cloud.key }).gateway
      await signIn(stranger, role)
      await expect(stranger.hello()).rejects.toMatchObject({ code: 'not_staff' })
    }
  })

  test('tells a wrong password', async () => {
    const other = gatewayTo(cloud, { key: cloud.key }).gateway
    await expect(other.signIn(account('agent').email, 'wrong')).rejects.toMatchObject({ code: 'wrong_password' })
    await expect(other.signIn('nobody@example.com', 'wrong')).rejects.toMatchObject({ code: 'wrong_password' })
  })

  test('fetches every row of every table, and the proof agrees', async () => {
    const { relations } = await gateway.hello()
    for (const { relation } of relations) {
      let rows = 0
      let columns: string[] = []
      let after: string | null = null
      do {
        const page = await gateway.snapshot(relation, after, 100)
        rows += page.count
        columns = page.columns
        after = page.next
      } while (after !== null)
      expect(await gateway.proof(relation, columns)).toMatchObject({ relation, count: rows })
    }
  })

  test('pulls what the product writes, and only that', async () => {
    const { cursor } = await gateway.hello()
    expect(await gateway.pull(cursor, null, 100)).toMatchObject({ changed: [], gone: [], next: null })
    await cloud.sql(`update public.dossiers set updated_at = now() where id = (select id from public.dossiers limit 1)`)
    const { changed } = await gateway.pull(cursor, null, 100)
    expect(changed.map(({ relation, count }) => [relation, count])).toEqual([['public.dossiers', 1]])
  })

  test('sends decisions, each landing once or coming back with its reason', async () => {
    const [dossier] = await cloud.sql<{ id: string }>('select id from public.dossiers limit 1')
    const { person } = await gateway.hello()
    const message = { p_dossier_id: dossier?.id ?? '', p_message_id: randomUUID() }
    const batch = [
      entryOf({ sub: person.id }, { kind: 'call', function: 'send_message', args: { ...message, p_body: 'Bonjour' } }),
      entryOf({ sub: person.id }, { kind: 'call', function: 'send_message', args: { ...message, p_body: '' } }),
    ]
    const { receipts } = await gateway.push(batch)
    expect(receipts).toMatchObject([{ outcome: 'applied' }, { outcome: 'rejected', reason: { field: 'p_body' } }])
    expect((await gateway.push(batch)).receipts).toEqual(receipts)
    expect(await cloud.sql('select from public.messages where id = $1', [message.p_message_id])).toHaveLength(1)
    const foreign = entryOf({ sub: randomUUID() }, batch[0]?.operation ?? { kind: 'call', function: 'x', args: {} })
    await expect(gateway.push([foreign])).rejects.toMatchObject({ code: 'other_person' })
  })

  test('refuses what can not be asked, in words', async () => {
    await expect(gateway.snapshot('public.nothing', null, 10)).rejects.toMatchObject({ code: 'refused' })
    await expect(gateway.pull('99999999:99999999:', null, 10)).rejects.toMatchObject({ code: 'server_replaced' })
  })

  test('fetches a document as it was uploaded', async () => {
    const [version] = await cloud.sql<{ file_url: string; size_bytes: number }>(
      'select file_url, size_bytes::int as size_bytes from public.document_versions order by uploaded_at desc limit 1',
    )
    let size = 0
    await gateway.download('documents', version?.file_url ?? '', {
      maxBytes: 100_000_000,
      onBytes: (bytes) => {
        size += bytes.byteLength
      },
    })
    expect(size).toBe(version?.size_bytes)
    const missing = gateway.download('documents', 'no/such file?.pdf', { maxBytes: 1, onBytes: () => undefined })
    await expect(missing).rejects.toMatchObject({ code: 'file_missing' })
  })

  test('renews its session with the server', async () => {
    const { gateway: other, store } = gatewayTo(cloud, { key: cloud.key })
    await signIn(other, 'super_admin')
    const before = JSON.parse(store.text ?? '')
    const aged = JSON.stringify({ ...before, since: before.since - 10_000_000 })
    const kept = { text: aged as string | null }
    const later = gatewayTo(cloud, {
      key: cloud.key,
      sessionStore: {
        load: async () => kept.text,
        save: async (text) => {
          kept.text = text
        },
      },
    }).gateway
    await expect(later.hello()).resolves.toMatchObject({ person: { role: 'super_admin' } })
    expect(JSON.parse(kept.text ?? '').refreshToken).not.toBe(before.refreshToken)
    await later.signOut()
    await expect(later.hello()).rejects.toMatchObject({ code: 'signed_out' })
  })
})
