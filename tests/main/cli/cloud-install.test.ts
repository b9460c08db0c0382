import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installCloud } from '#main/cli/cloud-install.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { createDatabase } from '#tests/support/postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase({ layers: ['platform'] })
})
afterAll(() => database.close())

const silent = () => undefined

describe('cloud install', () => {
  it('applies the system and then sync, each file once, and follows every table', async () => {
    const named: string[] = []
    const applied = await installCloud('partners-vrai', database.url, (name) => named.push(name))
    expect(applied).toEqual(named)
    expect(applied[0]).toBe('systems/partners-vrai/0001_types.sql')
    expect(applied.at(-1)).toMatch(/^console\//)
    const [counts] = await database.query<{ ledger: number; followed: number }>(
      `select (select count(*)::int from console_install.migrations) as ledger,
         (select count(*)::int from console_sync.relations where table_name = 'documents') as followed`,
    )
    expect(counts).toEqual({ ledger: applied.length, followed: 1 })
  })

  it('finds nothing to do the second time', async () => {
    expect(await installCloud('partners-vrai', database.url, silent)).toEqual([])
  })

  it('can be run twice at once', async () => {
    const other = await createDatabase({ layers: ['platform'] })
    try {
      const runs = await Promise.all([1, 2].map(() => installCloud('plain', other.url, silent)))
      expect(runs.filter((applied) => applied.length === 0)).toHaveLength(1)
    } finally {
      await other.close()
    }
  })

  it('changes nothing when what it applied once reads otherwise now', async () => {
    await database.query(
      `update console_install.migrations set sha256 = 'x' where name = 'systems/partners-vrai/0002_people_and_products.sql'`,
    )
    await expect(installCloud('partners-vrai', database.url, silent)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringContaining(
        '0002_people_and_products.sql was applied to this database with another content',
      ),
    })
  })

  it('leaves nothing of a file that fails, and keeps what came before', async () => {
    const other = await createDatabase({ layers: ['platform'] })
    try {
      await other.exec('create table public.payment_links (id int)')
      await expect(installCloud('partners-vrai', other.url, silent)).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringMatching(
          /^systems\/partners-vrai\/0003_payments\.sql could not be applied.*"payment_links" already exists/,
        ),
      })
      const rows = await other.query<{ name: string }>('select name from console_install.migrations order by name')
      expect(rows.map(({ name }) => name)).toEqual([
        'systems/partners-vrai/0001_types.sql',
        'systems/partners-vrai/0002_people_and_products.sql',
      ])
    } finally {
      await other.close()
    }
  })

  it('applies nothing again that came by other means, and refuses another system', async () => {
    const other = await createDatabase({ layers: ['platform', 'partners-vrai'] })
    try {
      const applied = await installCloud('partners-vrai', other.url, silent)
      expect(applied.length).toBeGreaterThan(0)
      expect(applied.filter((name) => name.startsWith('systems/'))).toEqual([])
      await other.exec(
        `delete from console_install.migrations;
         create or replace function public.console_system() returns jsonb language sql
         as $$ select '{"system": "linkdev", "version": "1"}'::jsonb $$`,
      )
      await expect(installCloud('partners-vrai', other.url, silent)).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining('"linkdev"'),
      })
    } finally {
      await other.close()
    }
  })

  it('refuses a database that is no Supabase project', async () => {
    const bare = await createDatabase({ layers: [] })
    try {
      await expect(installCloud('plain', bare.url, silent)).rejects.toMatchObject({ code: 'not_supabase' })
    } finally {
      await bare.close()
    }
  })

  it('tells a wrong password from a server that is not there, and shows neither password nor user', async () => {
    const wrong = new URL(database.url)
    wrong.password = 'hunter2'
    await expect(installCloud('plain', wrong.href, silent)).rejects.toMatchObject({ code: 'wrong_password' })
    await expect(installCloud('plain', 'postgres://me:hunter2@127.0.0.1:1/x', silent)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.not.stringContaining('hunter2'),
    })
  })
})
