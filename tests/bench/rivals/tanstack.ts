import type { SupabaseClient } from '@supabase/supabase-js'
import { createCollection } from '@tanstack/db'
import { startOfflineExecutor } from '@tanstack/offline-transactions'
import { type Rival, type Row, within } from './rival.ts'

// A write that is refused also rejects promises that nobody is given.
process.on('unhandledRejection', () => undefined)

/** Writes only: reading is another library's business. */
export async function openTanstack(client: SupabaseClient): Promise<Rival> {
  const kept = new Map<string, string>()
  let isOnline = false
  const told = new Set<() => void>()
  const collection = createCollection<Row, string>({
    id: 'rows',
    getKey: (row) => row.id,
    startSync: true,
    sync: { sync: ({ markReady }) => markReady() },
  })
  const executor = startOfflineExecutor({
    collections: { rows: collection as never },
    mutationFns: {
      save: async ({ transaction }) => {
        for (const { modified } of transaction.mutations) {
          const { error, status } = await client.from('rival_rows').upsert(modified)
          if (error) throw new Error(`${status} ${error.message}`)
        }
      },
    },
    storage: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
      keys: async () => [...kept.keys()],
      clear: async () => kept.clear(),
    },
    onlineDetector: {
      subscribe: (listener) => {
        told.add(listener)
        return () => told.delete(listener)
      },
      notifyOnline: () => {
        for (const listener of told) listener()
      },
      isOnline: () => isOnline,
      dispose: () => told.clear(),
    },
    leaderElection: {
      requestLeadership: async () => true,
      releaseLeadership: () => undefined,
      isLeader: () => true,
      onLeadershipChange: () => () => undefined,
    },
  })
  const write = (mutate: () => void) => {
    const transaction = executor.createOfflineTransaction({ mutationFnName: 'save', autoCommit: false })
    transaction.mutate(mutate)
    // What becomes of it is looked for in the outbox and on the server.
    transaction.commit().catch(() => undefined)
  }
  const outbox = async () => (await executor.peekOutbox()).length
  return {
    sync: async () => {
      isOnline = true
      for (const listener of told) listener()
      await within(20_000, emptied(outbox))
      isOnline = false
    },
    count: async () => collection.size,
    valueOf: async (id, column) => collection.get(id)?.[column],
    insert: async (made) => {
      for (const row of made) write(() => void collection.insert(row))
    },
    update: async (id, changes) => {
      write(() => void collection.update(id, (draft) => void Object.assign(draft, changes)))
    },
    waiting: outbox,
    close: async () => executor.dispose(),
  }
}

async function emptied(outbox: () => Promise<number>): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve, 50))
  while ((await outbox()) > 0)
}
