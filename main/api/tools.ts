import { isDatabaseError } from '#main/mirror/refusal.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { examine } from '#main/sync/doctor.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import { QueryHistory } from './query-history.ts'

export function toolsApi(open: OpenWorkspaces): Handlers['tools'] {
  const reading = new Map<string, AbortController>()
  return {
    read: async ({ workspace, sql, limit, id, remember, atAStretch }) => {
      const abort = new AbortController()
      // Before anything is waited for: it may be stopped at once.
      if (id !== undefined) reading.set(id, abort)
      try {
        const { replica } = await open.get(workspace)
        const claims = replica.claims()
        if (remember) new QueryHistory(replica).add(sql, new Date())
        const patience = { signal: abort.signal, ...(atAStretch !== undefined && { atAStretch }) }
        const answer = await (await replica.mirror()).table(claims, sql, limit, patience)
        return answer as Awaited<ReturnType<Handlers['tools']['read']>>
      } catch (error) {
        if (abort.signal.aborted) throw new OutpostError('cancelled', 'The query was stopped.', { cause: error })
        throw inWords(error)
      } finally {
        if (id !== undefined) reading.delete(id)
      }
    },
    stop: async ({ id }) => {
      reading.get(id)?.abort()
      return {}
    },
    history: async ({ workspace }) => new QueryHistory((await open.get(workspace)).replica).list(),
    forgetHistory: async ({ workspace }) => {
      new QueryHistory((await open.get(workspace)).replica).forget()
      return {}
    },
    doctor: async ({ workspace }) => {
      const { replica, conductor, files, folder } = await open.get(workspace)
      replica.claims()
      const checks = await conductor.alone((signal) => examine(replica, files, folder, signal))
      return { sound: checks.every(({ ok }) => ok), checks }
    },
  }
}

/** Whoever writes SQL is helped most by the database's own words. */
function inWords(error: unknown): unknown {
  if (!isDatabaseError(error)) return error
  if (error.code === '25006') {
    return new OutpostError(
      'not_allowed',
      'This only reads. Change rows through their forms, or by the commands for it.',
      { field: 'sql', reason: 'sql.only_reads', cause: error },
    )
  }
  const position = 'position' in error ? Number(error.position) : Number.NaN
  return new OutpostError('refused', error.message, {
    field: 'sql',
    ...(position > 0 && { params: { position } }),
    cause: error,
  })
}
