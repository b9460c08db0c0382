import type { SupabaseClient } from '@supabase/supabase-js'
import { addRxPlugin, createRxDatabase } from 'rxdb'
import { replicateSupabase } from 'rxdb/plugins/replication-supabase'
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory'
import { RxDBUpdatePlugin } from 'rxdb/plugins/update'
import { COLUMNS, type Rival, type Row, within } from './rival.ts'

addRxPlugin(RxDBUpdatePlugin)

/** @param page rows asked for at once; the server's own limit is 1 000 */
export async function openRxdb(client: SupabaseClient, page = 1_000): Promise<Rival> {
  const database = await createRxDatabase({
    name: `rival${crypto.randomUUID()}`,
    storage: getRxStorageMemory(),
    multiInstance: false,
  })
  const number = { type: 'number' }
  const text = { type: ['string', 'null'] }
  const properties = Object.fromEntries(
    COLUMNS.map((name) => [name, name === 'version' || name === 'size_bytes' ? number : text]),
  )
  const { rows } = await database.addCollections({
    rows: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { ...properties, id: { type: 'string', maxLength: 100 } },
        required: ['id'],
      },
    },
  })
  if (rows === undefined) throw new Error('RxDB made no collection.')
  return {
    sync: async () => {
      const replication = replicateSupabase<Row>({
        client,
        tableName: 'rival_rows',
        collection: rows,
        replicationIdentifier: 'rival',
        live: false,
        waitForLeadership: false,
        retryTime: 500,
        pull: { batchSize: page, modifier: withoutOwn },
        push: { batchSize: 50 },
      })
      // A refused row is sent again for ever: that shows in the results, and a broken setup in what it says once.
      const told = new Set<string>()
      replication.error$.subscribe(({ code, parameters }) => {
        const why = `${code} ${JSON.stringify(parameters).slice(0, 300)}`
        if (!told.has(code)) console.error(why)
        told.add(code)
      })
      await within(60_000, replication.awaitInitialReplication())
      // With a row that is refused it never comes to an end.
      await within(2_000, replication.cancel())
    },
    count: async () => rows.count().exec(),
    valueOf: async (id, column) => (await rows.findOne(id).exec())?.get(column),
    insert: async (made) => {
      await rows.bulkInsert([...made])
    },
    update: async (id, changes) => {
      await (await rows.findOne(id).exec())?.incrementalPatch(changes)
    },
    waiting: async () => null,
    close: async () => {
      await within(2_000, database.close())
    },
  }
}

/** The columns that are there for other libraries. */
function withoutOwn(row: Record<string, unknown>) {
  const { created_at: _, updated_at: __, deleted: ___, ...own } = row
  return own
}
