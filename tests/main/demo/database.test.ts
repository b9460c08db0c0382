import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#main/demo/database/database.ts'
import { openPgliteDatabase } from '#main/demo/database/pglite-database.ts'
import { openPostgresDatabase } from '#main/demo/database/postgres-database.ts'
import { createDatabase } from '#tests/support/postgres.ts'

const whoseTurn = `select coalesce(current_setting('test.person', true), '') as person`

describe.each([
  {
    over: 'PGlite',
    open: async () => ({ database: await openPgliteDatabase('memory://'), close: async () => undefined }),
  },
  {
    over: 'Postgres',
    open: async () => {
      const { url, close } = await createDatabase({ layers: [] })
      return { database: await openPostgresDatabase(url), close }
    },
  },
])('over $over', ({ open }) => {
  let database: Database
  let close: () => Promise<unknown>
  beforeAll(async () => {
    ;({ database, close } = await open())
    await database.run('create table numbers (n integer primary key, word text)')
  })
  afterAll(async () => {
    await database.close()
    await close()
  })

  test('nobody gets into a transaction of somebody else', async () => {
    const request = (person: string) =>
      database.admit(() =>
        database.connection.runInTransaction(
          async (session: { executeQuery(query: unknown): Promise<{ rows: unknown[] }> }) => {
            await session.executeQuery(raw(`select set_config('test.person', '${person}', true)`))
            await wait(15)
            return (await session.executeQuery(raw(whoseTurn))).rows
          },
        ),
      )
    const work = database.transact(async (session) => {
      await session.run(`set local test.person = 'loader'`)
      await wait(15)
      return await session.query(whoseTurn)
    })
    const answers = await Promise.all([
      request('one'),
      request('two'),
      work,
      database.query(whoseTurn),
      request('three'),
    ])
    expect(answers).toEqual(['one', 'two', 'loader', '', 'three'].map((person) => [{ person }]))
  })

  test('a transaction that fails leaves nothing behind', async () => {
    const failing = database.transact(async (session) => {
      await session.copy('numbers', ['n', 'word'], '1\tone\n2\t\\N\n3\ta\\tb\\\\c\n')
      expect(await session.query('select count(*)::int as n from numbers')).toEqual([{ n: 3 }])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await database.query('select * from numbers')).toEqual([])
  })

  test('rows come in as COPY writes them', async () => {
    await database.transact((session) => session.copy('numbers', ['n', 'word'], '1\tone\n2\t\\N\n3\ta\\tb\\\\c\n'))
    expect(await database.query('select * from numbers where n > $1 order by n', [1])).toEqual([
      { n: 2, word: null },
      { n: 3, word: 'a\tb\\c' },
    ])
  })
})

/** A plain statement in the form in which the server's query builder runs one. */
function raw(sql: string) {
  return {
    sql,
    parameters: [],
    query: { kind: 'RawNode', sqlFragments: [sql], parameters: [] },
    queryId: { queryId: sql },
  }
}
