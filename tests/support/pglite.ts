import { PGlite, type Transaction } from '@electric-sql/pglite'
import { smallBuffers, tuneWasm } from '#main/pglite.ts'
import { impersonate, type Layer, migrationsOf, type Query, type TestDatabase } from '#tests/support/database.ts'

/** The same as `createDatabase`, in PGlite: one connection, so that people take turns. */
export async function createPglite(options: { readonly layers: readonly Layer[] }): Promise<TestDatabase> {
  tuneWasm()
  const db = await PGlite.create({ parsers, startParams: [...PGlite.defaultStartParams, ...smallBuffers] })
  for (const { name, sql } of await migrationsOf(options.layers)) {
    try {
      await db.exec(sql)
    } catch (error) {
      throw new Error(`${name} did not apply: ${String(error)}`, { cause: error })
    }
  }
  return {
    url: '',
    query: queryOn(db),
    exec: async (sql) => {
      await db.exec(sql)
    },
    as: (person, work) =>
      db.transaction(async (transaction) => {
        const { role, claims } = impersonate(person)
        await transaction.query(`select set_config('request.jwt.claims', $1, true)`, [claims])
        await transaction.query(`set local role ${role}`)
        return work(queryOn(transaction))
      }),
    close: () => db.close(),
  }
}

/** bigint as text, as node-postgres gives it. */
const parsers = { 20: (value: string) => value }

function queryOn(connection: PGlite | Transaction): Query {
  return async <T>(sql: string, params: readonly unknown[] = []) => (await connection.query<T>(sql, [...params])).rows
}
