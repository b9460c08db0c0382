import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Database, Loader, Row } from './database.ts'
import { plainErrors } from './plain-errors.ts'

/** How long queries that are on their way may take to end when the database is closed. */
const CLOSE_SECONDS = 5

/** A Postgres server, by its connection string. */
export async function openPostgresDatabase(url: string): Promise<Database> {
  const { createPostgresConnection } = await import('@supabase/lite/postgres')
  const connection = plainErrors(
    createPostgresConnection({
      url,
      postgresOptions: { onnotice() {}, max: 8, types: { json: jsonType(114), jsonb: jsonType(3802) } },
    }),
  )
  const sql = connection.driver
  return {
    connection,
    query: async (text, params = []) => [...(await sql.unsafe<Row[]>(text, [...params] as never[]))],
    run: async (script) => {
      await sql.unsafe(script).simple()
    },
    async transact(work) {
      const session = await sql.reserve()
      const loader: Loader = {
        run: async (script) => {
          await session.unsafe(script).simple()
        },
        query: async (text, params = []) => [...(await session.unsafe<Row[]>(text, [...params] as never[]))],
        async copy(table, columns, rows) {
          const target = await session.unsafe(`copy ${table} (${columns.join(', ')}) from stdin`).writable()
          await pipeline(Readable.from([rows]), target)
        },
      }
      try {
        await loader.run('begin')
        const result = await work(loader)
        await loader.run('commit')
        return result
      } catch (error) {
        await loader.run('rollback')
        throw error
      } finally {
        session.release()
      }
    },
    admit: (work) => work(),
    // A connection that is just being made when it is told to end would be waited for without end.
    close: () => sql.end({ timeout: CLOSE_SECONDS }),
  }
}

/** The server hands JSON arguments of functions over as text; the driver's own type would quote that text again. */
function jsonType(oid: number) {
  return {
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  }
}
