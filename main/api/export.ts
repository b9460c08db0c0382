import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import { CHUNK_BYTES } from '#shared/contract/files.ts'
import { relationOf } from './catalogue/read-catalogue.ts'
import type { ApiContext } from './context.ts'
import { ExportFiles } from './export/export-files.ts'
import { openRows } from './export/open-rows.ts'
import { writerFor } from './export/writers.ts'
import { columnOf } from './rows/identifier.ts'
import { comparing } from './rows/read-page.ts'

/** Rows of any table or view as a file, written where only this person may read until it has been handed over. */
export function exportApi(
  context: ApiContext,
  folder: string,
  tell: (event: EngineEvent) => void,
): { readonly handlers: Handlers['export']; close(): Promise<void> } {
  const files = new ExportFiles(folder)
  return {
    handlers: {
      write: async ({ id, format, columns: names, ...list }) => {
        const handle = await context.workspace(list.workspace)
        const relation = await relationOf(handle, list.relation)
        const columns = names?.map((name) => columnOf(relation, name, 'columns')) ?? relation.columns
        return await files.write(id, async (file, signal) => {
          const writer = writerFor(format, columns, file)
          try {
            const rows = await comparing(() => openRows(handle, relation, columns, list, writer.form))
            writer.begin(rows.total)
            let done = 0
            tell({ event: 'exportProgress', id, done, total: rows.total })
            for await (const chunk of rows.chunks()) {
              signal.throwIfAborted()
              await writer.write(chunk)
              done += chunk.length
              tell({ event: 'exportProgress', id, done, total: Math.max(done, rows.total) })
            }
            signal.throwIfAborted()
            await writer.end(signal)
            return done
          } finally {
            await writer.close()
          }
        })
      },
      read: async ({ id, offset }) => {
        const { bytes, done } = await files.read(id, offset, CHUNK_BYTES)
        return { base64: bytes.toString('base64'), done }
      },
      drop: async ({ id }) => {
        await files.drop(id)
        return {}
      },
    },
    close: () => files.close(),
  }
}
