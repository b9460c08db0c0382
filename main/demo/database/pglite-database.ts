import { smallBuffers, tuneWasm } from '#main/pglite.ts'
import type { Database, Loader, Row } from './database.ts'
import { plainErrors } from './plain-errors.ts'
import { Turns } from './turns.ts'

/**
 * PGlite in this process, in `folder`.
 *
 * PGlite has one session. The server opens a transaction and a role for each request and takes no turns itself: two
 * requests at once would run in each other's transaction, as each other's person. So everything takes its turn here.
 */
export async function openPgliteDatabase(folder: string): Promise<Database> {
  tuneWasm()
  const { createPgliteConnection, PGlite } = await import('@supabase/lite/pglite')
  const startParams = [...PGlite.defaultStartParams, ...smallBuffers]
  const connection = plainErrors(await createPgliteConnection({ url: folder, pgliteOptions: { startParams } }))
  const pglite = connection.driver
  const turns = new Turns()
  const query = async (text: string, params: readonly unknown[] = []) =>
    (await pglite.query<Row>(text, [...params])).rows
  const run = async (script: string) => {
    await pglite.exec(script)
  }
  const loader: Loader = {
    run,
    query,
    async copy(table, columns, rows) {
      await pglite.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], { blob: new Blob([rows]) })
    },
  }
  return {
    connection,
    query: (text, params) => turns.take(() => query(text, params)),
    run: (script) => turns.take(() => run(script)),
    transact: (work) =>
      turns.take(async () => {
        await run('begin')
        try {
          const result = await work(loader)
          await run('commit')
          return result
        } catch (error) {
          await run('rollback')
          throw error
        }
      }),
    admit: (work) => turns.take(work),
    close: () => turns.take(() => connection.close()),
  }
}
