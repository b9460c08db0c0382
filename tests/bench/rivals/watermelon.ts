import { createRequire } from 'node:module'
import type { SupabaseClient } from '@supabase/supabase-js'
import { COLUMNS, type Rival, type Row, within } from './rival.ts'

process.env.NODE_ENV = 'test'
const require = createRequire(import.meta.url)
const { Database, Model, appSchema, tableSchema } = require('@nozbe/watermelondb')
const { synchronize } = require('@nozbe/watermelondb/sync')
const Loki = require('@nozbe/watermelondb/adapters/lokijs').default

class StoredRow extends Model {
  static table = 'rows'
}

/** Its two handlers are ours to write; these are the ones that its documentation describes, over the project's REST. */
export async function openWatermelon(client: SupabaseClient): Promise<Rival> {
  const columns = COLUMNS.filter((name) => name !== 'id').map((name) => ({
    name,
    type: name === 'version' || name === 'size_bytes' ? 'number' : 'string',
  }))
  const schema = appSchema({ version: 1, tables: [tableSchema({ name: 'rows', columns })] })
  const adapter = new Loki({ schema, useWebWorker: false, useIncrementalIndexedDB: true, dbName: crypto.randomUUID() })
  const database = new Database({ adapter, modelClasses: [StoredRow] })
  const rows = database.get('rows')
  return {
    sync: async () => {
      const syncing = synchronize({
        database,
        sendCreatedAsUpdated: true,
        pullChanges: ({ lastPulledAt }: { lastPulledAt: number | undefined }) => pullChanges(client, lastPulledAt ?? 0),
        pushChanges: ({ changes }: { changes: { rows: Record<'created' | 'updated', Row[]> } }) =>
          pushChanges(client, [...changes.rows.created, ...changes.rows.updated]),
      })
      await within(
        60_000,
        syncing.catch(() => undefined),
      )
    },
    count: () => rows.query().fetchCount(),
    valueOf: async (id, column) => (await rows.find(id).catch(() => null))?._raw[column],
    insert: (made) =>
      database.write(() =>
        database.batch(
          made.map((row) => rows.prepareCreate((record: { _raw: object }) => Object.assign(record._raw, row))),
        ),
      ),
    update: (id, changes) =>
      database.write(async () => {
        const record = await rows.find(id)
        await record.update(() => {
          for (const [name, value] of Object.entries(changes)) record._setRaw(name, value)
        })
      }),
    waiting: async () => null,
    close: async () => undefined,
  }
}

async function pullChanges(client: SupabaseClient, since: number) {
  const updated: Row[] = []
  const timestamp = Date.now()
  for (let from = 0; ; from += 1_000) {
    const { data, error } = await client
      .from('rival_rows')
      .select(COLUMNS.join())
      .gt('_modified', new Date(since).toISOString())
      .order('id')
      .range(from, from + 999)
    if (error) throw error
    updated.push(...(data as unknown as Row[]))
    if (data.length < 1_000) break
  }
  return { changes: { rows: { created: [], updated, deleted: [] } }, timestamp }
}

async function pushChanges(client: SupabaseClient, rows: readonly Row[]) {
  if (rows.length === 0) return
  const bare = rows.map((row) => Object.fromEntries(COLUMNS.map((name) => [name, row[name]])))
  const { error } = await client.from('rival_rows').upsert(bare)
  if (error) throw error
}
