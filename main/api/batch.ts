import type { Trial } from '#main/mirror/rehearse.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { discardAll } from '#main/sync/settle.ts'
import { submit } from '#main/sync/submit.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import { applyBatch } from './batch/apply.ts'
import { previewBatch } from './batch/preview.ts'
import { Running } from './batch/running.ts'
import { relationOf } from './catalogue/read-catalogue.ts'

/** One decision for many rows: tried out, applied as an entry for each, taken back together. */
export function batchApi(open: OpenWorkspaces, tell: (event: EngineEvent) => void): Handlers['batch'] {
  const running = new Running((id, done, total) => tell({ event: 'batchProgress', id, done, total }))
  return {
    preview: async ({ workspace, id, relation: name, work }) => {
      const { handle } = await open.get(workspace)
      const relation = await relationOf(handle, name)
      return running.run(id, (run) => previewBatch({ handle, relation, work, ...run }))
    },
    apply: async ({ workspace, id, relation: name, work }) => {
      const { replica, conductor, handle } = await open.get(workspace)
      const relation = await relationOf(handle, name)
      const entries: string[] = []
      const decide = async ({ request, seen }: Trial) => {
        const entry = await submit(replica, request, seen === null ? {} : { seen })
        conductor.undo.hold(entry)
        entries.push(entry)
        return entry
      }
      try {
        return await running.run(id, (run) => applyBatch({ handle, relation, work, submit: decide, ...run }))
      } finally {
        conductor.undo.openTogether(entries)
      }
    },
    stop: async ({ id }) => {
      running.stop(id)
      return {}
    },
    undo: async ({ workspace, entries }) => {
      const { replica, conductor } = await open.get(workspace)
      const here = entries.filter((id) => replica.journal.find(id)?.state === 'pending' && !conductor.undo.isOver(id))
      if (here.length > 0) await discardAll(replica, here)
      return { undone: here.length, late: entries.length - here.length }
    },
  }
}
