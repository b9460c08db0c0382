import { randomUUID } from 'node:crypto'
import type { Trial } from '#main/mirror/rehearse.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { submit } from '#main/sync/submit.ts'
import { takeBack } from '#main/sync/take-back.ts'
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
        return await submit(replica, request, seen === null ? {} : { seen }, (entry) => {
          conductor.undo.hold(entry)
          entries.push(entry)
        })
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
    undo: async ({ workspace, id = randomUUID(), entries }) => {
      const { replica, conductor } = await open.get(workspace)
      try {
        return await running.run(id, ({ onProgress }) => takeBack(replica, conductor.undo, entries, onProgress))
      } finally {
        // What was decided after them has waited for them.
        conductor.nudge()
      }
    },
  }
}
