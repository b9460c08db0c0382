import { observable, syncState, when } from '@legendapp/state'
import { syncedSupabase } from '@legendapp/state/sync-plugins/supabase'
import type { SupabaseClient } from '@supabase/supabase-js'
import type { Rival, Row } from './rival.ts'

const SETTLED_MS = 300

export async function openLegend(client: SupabaseClient): Promise<Rival> {
  const rows = observable(
    syncedSupabase({
      supabase: client,
      collection: 'rival_rows',
      as: 'object',
      actions: ['read', 'create', 'update'],
      fieldCreatedAt: 'created_at',
      fieldUpdatedAt: 'updated_at',
      fieldDeleted: 'deleted',
      changesSince: 'last-sync',
      initial: {},
      retry: { infinite: true, delay: 500 },
    } as never),
  ) as unknown as LegendRows
  const state = syncState(rows as never)
  const held = () => rows.peek() ?? {}
  const pending = () => Object.keys(state.getPendingChanges() ?? {}).length
  let isOpen = false
  return {
    sync: async () => {
      if (!isOpen) {
        rows.get()
        await when(state.isLoaded)
        isOpen = true
      } else {
        await state.sync()
      }
      // It may answer before the rows are there.
      const until = performance.now() + 60_000
      for (let before = -1; performance.now() < until; ) {
        const now = Object.keys(held()).length
        if (now === before && pending() === 0) break
        before = now
        await new Promise((resolve) => setTimeout(resolve, SETTLED_MS))
      }
    },
    count: async () => Object.keys(held()).length,
    valueOf: async (id, column) => held()[id]?.[column],
    insert: async (made) => {
      for (const row of made) rows[row.id]?.set(row)
    },
    update: async (id, changes) => {
      rows[id]?.assign(changes)
    },
    waiting: async () => pending(),
    close: async () => undefined,
  }
}

interface LegendRow {
  set(row: Row): void
  assign(changes: Partial<Row>): void
}
type LegendRows = Record<string, LegendRow> & { peek(): Record<string, Row> | undefined; get(): unknown }
