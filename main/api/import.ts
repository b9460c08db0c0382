import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import type { EngineEvent, Handlers } from '#shared/contract/contract.ts'
import type { ImportPlan, ImportReport } from '#shared/contract/import.ts'
import { unguarded } from '#shared/lib/harmless.ts'
import { relationOf } from './catalogue/read-catalogue.ts'
import { bareText } from './import/file-value.ts'
import { guessColumns } from './import/guess-columns.ts'
import { ImportFiles } from './import/import-files.ts'
import { plannedImport, uniqueKeys } from './import/planned.ts'
import { runImport } from './import/run-import.ts'

/** Values of each column that the caller is shown. */
const SAMPLES = 3

/** Rows of a file as decisions about any table: read, tried as often as it takes, and then taken for good. */
export function importApi(open: OpenWorkspaces, tell: (event: EngineEvent) => void): Handlers['import'] {
  const files = new ImportFiles()

  async function run(plan: ImportPlan, forGood: boolean): Promise<ImportReport> {
    const file = files.opened(plan.id)
    const { handle, replica, conductor } = await open.get(plan.workspace)
    const relation = await relationOf(handle, plan.relation)
    const planned = plannedImport(relation, await uniqueKeys(handle, relation), file.header.length, plan)
    return files.work(plan.id, async (signal) => {
      const progress = { event: 'importProgress', id: plan.id, total: file.rows.length } as const
      const told = (done: number) => tell({ ...progress, done })
      const entries: string[] = []
      const saved = (entry: string) => {
        conductor.undo.hold(entry)
        entries.push(entry)
      }
      try {
        const run = { handle, replica, file, planned, forGood, signal, saved, tell: told }
        const { report, problems } = await runImport(run)
        file.problems = problems
        return { ...report, entries }
      } finally {
        conductor.undo.openTogether(entries)
      }
    })
  }

  return {
    put: async ({ id, offset, base64 }) => ({ bytes: files.put(id, offset, Buffer.from(base64, 'base64')) }),
    open: async ({ id, workspace, relation: name, name: fileName }) => {
      const { handle } = await open.get(workspace)
      const relation = await relationOf(handle, name)
      const file = await files.open(id, fileName)
      const header = file.header.map(unguarded)
      const samples = (at: number) =>
        file.rows
          .flatMap(({ cells }) => cells[at] || [])
          .slice(0, SAMPLES)
          .map((text) => bareText(file.format, text))
      return {
        rows: file.rows.length,
        columns: header.map((column, at) => ({ name: column, samples: samples(at) })),
        map: guessColumns(relation, handle.manifest, header),
        keys: await uniqueKeys(handle, relation),
      }
    },
    check: (plan) => run(plan, false),
    apply: (plan) => run(plan, true),
    problems: async ({ id, offset, limit }) => {
      const { problems } = files.opened(id)
      return { problems: problems.slice(offset, offset + limit), total: problems.length }
    },
    stop: async ({ id }) => {
      files.stop(id)
      return {}
    },
    drop: async ({ id }) => {
      files.drop(id)
      return {}
    },
  }
}
