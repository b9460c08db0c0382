import { isDatabaseError } from '#main/mirror/refusal.ts'
import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { examine } from '#main/sync/doctor.ts'
import type { Handlers } from '#shared/contract/contract.ts'
import { OutpostError } from '#shared/contract/errors.ts'

export function toolsApi(open: OpenWorkspaces): Handlers['tools'] {
  return {
    read: async ({ workspace, sql, limit }) => {
      const { replica } = await open.get(workspace)
      try {
        const answer = await (await replica.mirror()).table(replica.claims(), sql, limit)
        return answer as Awaited<ReturnType<Handlers['tools']['read']>>
      } catch (error) {
        throw inWords(error)
      }
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
      {
        field: 'sql',
        cause: error,
      },
    )
  }
  return new OutpostError('refused', error.message, { field: 'sql', cause: error })
}
