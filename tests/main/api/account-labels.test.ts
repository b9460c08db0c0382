import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

const workspace = 'accounts'

interface Case {
  readonly system: string
  readonly role: string
  /** A table with a column that refers to an account, and nothing else. */
  readonly relation: string
  readonly column: string
  /** The names of people by their accounts. */
  readonly people: string
  /** Takes the row away by which a person is known, and leaves the account. */
  readonly forget: string
}

const cases: readonly Case[] = [
  {
    system: 'resumepilot',
    role: 'super_admin',
    relation: 'public.subscriptions',
    column: 'user_id',
    people: 'select user_id::text as id, full_name as name from public.profiles',
    forget: 'update public.profiles set full_name = null where user_id = $1',
  },
  {
    system: 'dracarys',
    role: 'admin',
    relation: 'public.user_subscriptions',
    column: 'user_id',
    people: 'select id::text as id, full_name as name from public.user_profiles',
    forget: 'update public.user_profiles set full_name = null where id = $1',
  },
]

describe.each(cases)('accounts in $system', ({ system, role, relation, column, people, forget }) => {
  let cloud: TestCloud
  let engine: TestEngine

  beforeAll(async () => {
    cloud = await startTestCloud({ system, size: 'small' })
    engine = await openTestEngine()
    await engine.api.workspaces.add({ name: workspace, system, url: cloud.url, key: cloud.key })
    const account = cloud.accounts.find((one) => one.role === role)
    await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
    await engine.api.sync.now({ workspace })
  })
  afterAll(async () => {
    await engine?.close()
    await cloud?.stop()
  })

  const page = () => engine.api.rows.page({ workspace, relation, limit: 50 })
  const named = async () => {
    const { rows } = await engine.api.tools.read({ workspace, sql: people })
    return new Map((rows as { id: string; name: string | null }[]).map(({ id, name }) => [id, name]))
  }

  test('are shown by the name of the person, in lists, records and among the values to filter by', async () => {
    const names = await named()
    const { rows, labels } = await page()
    expect(rows.length).toBeGreaterThan(0)
    for (const { key, cells } of rows.slice(0, 5)) {
      const id = cells[column] ?? ''
      expect(names.get(id), id).toBeTruthy()
      expect(labels[column]?.[id]).toBe(names.get(id))
      const record = await engine.api.record.get({ workspace, relation, key: key ?? '' })
      expect(record.labels[column]).toEqual({ [id]: names.get(id) })
    }
    const ids = rows.slice(0, 5).map(({ cells }) => cells[column] ?? '')
    const words = await engine.api.rows.labels({ workspace, relation, column, values: ids })
    expect(words).toEqual(Object.fromEntries(ids.map((id) => [id, names.get(id)])))
    for (const { value, label } of await engine.api.rows.values({ workspace, relation, column })) {
      expect(label, String(value)).toBe(names.get(value ?? ''))
    }
  })

  test('a value that can be no account is refused on the filter, not by a crash', async () => {
    await expect(engine.api.rows.labels({ workspace, relation, column, values: ['nobody'] })).rejects.toMatchObject({
      problem: { code: 'bad_request', field: 'filter' },
    })
  })

  test('are shown by the e-mail address where nobody knows the name', async () => {
    const [row] = (await page()).rows
    const id = row?.cells[column] ?? ''
    await cloud.sql(forget, [id])
    await engine.api.sync.now({ workspace })
    const [account] = await cloud.sql<{ email: string }>('select email from auth.users where id = $1', [id])
    expect((await page()).labels[column]?.[id]).toBe(account?.email)
  })

  test('do not stand in place of the id of a row that is an account itself', async () => {
    for (const { relation: own, key } of (await engine.api.catalogue.get({ workspace })).relations) {
      const { labels } = await engine.api.rows.page({ workspace, relation: own, limit: 5 })
      if (key.length === 1) expect(labels[key[0] ?? ''], own).toBeUndefined()
    }
  })
})
