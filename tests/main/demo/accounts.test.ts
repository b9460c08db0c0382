import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, signedIn, startTestCloud, type TestCloud, uploadNewVersion } from '#tests/support/cloud.ts'

describe.each([
  { over: 'PGlite', postgres: false },
  { over: 'Postgres', postgres: true },
])('over $over', ({ postgres }) => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud({ postgres })
  })
  afterAll(() => cloud.stop())

  const emailOf = (role: string) => cloud.accounts.find((account) => account.role === role)?.email ?? ''
  const as = (role: string) => signedIn(cloud, emailOf(role))
  const countOf = async (role: string, table: string) => {
    const { count, error } = await (await as(role)).from(table).select('*', { count: 'exact', head: true })
    expect(error).toBeNull()
    return count
  }
  const onServer = async (sql: string) => Number((await cloud.sql<{ n: string }>(`select (${sql})::text as n`))[0]?.n)

  test('every account signs in with its password, and a wrong password is refused', async () => {
    expect(cloud.accounts.map(({ role }) => role)).toEqual(['agent', 'agent', 'super_admin', 'client', 'suspended'])
    for (const { email, password } of cloud.accounts) {
      const client = anonymous(cloud)
      const { data, error } = await client.auth.signInWithPassword({ email, password })
      expect(error).toBeNull()
      expect(data.user?.email).toBe(email)
      const refused = await client.auth.signInWithPassword({ email, password: `${password}!` })
      expect(refused.error?.status).toBe(400)
    }
  })

  test('a session is renewed', async () => {
    const client = await as('agent')
    const { data, error } = await client.auth.refreshSession()
    expect(error).toBeNull()
    expect(data.session?.user.email).toBe(emailOf('agent'))
  })

  test('a wrong key is refused, for data as for signing in', async () => {
    const stranger = anonymous(cloud, 'sb_publishable_of_another_project')
    expect((await stranger.from('products').select('id')).status).toBe(401)
    const { email, password } = cloud.accounts[0] ?? { email: '', password: '' }
    expect((await stranger.auth.signInWithPassword({ email, password })).error?.status).toBe(401)
  })

  test('staff see all dossiers, a client their own, a suspended client an unpaid order and nothing else', async () => {
    const all = await onServer('select count(*) from public.dossiers')
    expect(await countOf('agent', 'dossiers')).toBe(all)
    expect(await countOf('super_admin', 'dossiers')).toBe(all)
    expect(await countOf('client', 'dossiers')).toBe(1)
    expect(await countOf('suspended', 'dossiers')).toBe(0)
    expect(await countOf('suspended', 'orders')).toBe(1)
    expect(await countOf('suspended', 'profiles')).toBe(1)
  })

  test('what migrations have revoked stays revoked, whatever the server was asked', async () => {
    const agent = await as('agent')
    expect((await agent.from('stripe_events').select('id')).data).toEqual([])
    expect((await anonymous(cloud).from('products').select('id')).status).toBe(401)
    expect(
      await onServer(`select count(*) from information_schema.table_privileges where grantee = 'anon'
        and table_schema in ('public', 'console_sync', 'auth')`),
    ).toBe(0)
    expect(
      await onServer(`select count(*) from pg_tables where schemaname = 'public' and tablename in ('events', 'document_reviews')
        and has_table_privilege('authenticated', format('public.%I', tablename), 'insert, update, delete')`),
    ).toBe(0)
  })

  test('the console is greeted for staff and refused to clients', async () => {
    const hello = await (await as('agent')).rpc('console_hello')
    expect(hello.data).toMatchObject({ system: 'partners-vrai', person: { name: 'Marie Lambert', role: 'agent' } })
    const refused = await (await as('client')).rpc('console_hello')
    expect(refused).toMatchObject({ status: 403, error: { code: '42501' } })
  })

  test("a function's own error arrives whole", async () => {
    const { data } = await (await as('agent'))
      .from('documents')
      .select('id, current_version_id')
      .eq('status', 'PENDING')
      .limit(1)
      .single()
    const { error, status } = await (await as('agent')).rpc('review_document', {
      p_document_id: data?.id,
      p_version_id: data?.current_version_id,
      p_status: 'REJECTED',
    })
    expect(status).toBe(400)
    expect(error?.code).toBe('OP400')
    expect(JSON.parse(error?.details ?? '')).toMatchObject({ code: 'review.comment_required' })
  })

  test('JSON arguments of a function arrive as JSON', async () => {
    const { data, error } = await (await as('agent')).rpc('console_push', { p_entries: [] })
    expect(error).toBeNull()
    expect(data).toMatchObject({ receipts: [] })
  })

  test('many people at once each get their own answer, also while others are refused', async () => {
    const people = await Promise.all(['agent', 'client', 'suspended'].map(as))
    const all = await onServer('select count(*) from public.profiles')
    const answers = await Promise.all(
      Array.from({ length: 48 }, async (_, at) => {
        const person = people[at % 3]
        if (at % 4 < 2) return (await person?.rpc('review_document', nothing))?.error?.code
        return (await person?.from('profiles').select('*', { count: 'exact', head: true }))?.count
      }),
    )
    const expected = (at: number) => (at % 4 < 2 ? ['OP400', '42501', '42501'][at % 3] : [all, 1, 1][at % 3])
    expect(answers).toEqual(answers.map((_, at) => expected(at)))
  })

  test('the file of a waiting document is what its row says, for staff; a stranger gets nothing', async () => {
    const [version] = await cloud.sql<{ file_url: string; sha256: string; size_bytes: string | number }>(
      `select v.file_url, v.sha256, v.size_bytes from public.documents d
       join public.document_versions v on v.id = d.current_version_id
       join public.dossiers o on o.id = d.dossier_id join public.profiles p on p.id = o.user_id
       where d.status = 'PENDING' and p.email <> $1 order by d.waiting_since limit 1`,
      [emailOf('client')],
    )
    if (!version) throw new Error('Nothing waits.')
    const { data } = await (await as('agent')).storage.from('documents').download(version.file_url)
    const bytes = new Uint8Array((await data?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(bytes.length).toBe(Number(version.size_bytes))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(version.sha256)
    for (const stranger of [anonymous(cloud), await as('client'), await as('suspended')]) {
      expect((await stranger.storage.from('documents').download(version.file_url)).data).toBeNull()
    }
  })

  test('a client uploads a new version: it waits, and staff can open it', async () => {
    const [document] = await cloud.sql<{ id: string; version: number }>(
      `select d.id, v.version from public.documents d join public.document_versions v on v.id = d.current_version_id
       where d.status = 'PENDING' order by d.waiting_since desc limit 1`,
    )
    if (!document) throw new Error('Nothing waits.')
    const id = await uploadNewVersion(cloud, document.id)
    const [now] = await cloud.sql<{ current_version_id: string; version: number; file_url: string }>(
      `select d.current_version_id, v.version, v.file_url from public.documents d
       join public.document_versions v on v.id = d.current_version_id where d.id = $1`,
      [document.id],
    )
    expect(now).toMatchObject({ current_version_id: id, version: document.version + 1 })
    const { data } = await (await as('agent')).storage.from('documents').download(now?.file_url ?? '')
    expect(await data?.text()).toContain(`Corrected version ${id}`)
  })

  test('no path leads out of the bucket', async () => {
    const client = await as('agent')
    for (const path of ['../../cloud.json', '..%2f..%2fcloud.json', '%2e%2e/%2e%2e/cloud.json', '/etc/passwd']) {
      expect((await client.storage.from('documents').download(path)).data).toBeNull()
    }
    for (const path of ['/rest/v2/', '/_system/config', '/_system/introspect', '/']) {
      expect((await fetch(cloud.url + path, { headers: { apikey: cloud.key } })).status).toBe(404)
    }
  })
})

const nothing = { p_document_id: crypto.randomUUID(), p_version_id: crypto.randomUUID(), p_status: 'APPROVED' }
