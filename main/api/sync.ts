import type { OpenWorkspaces } from '#main/open-workspaces.ts'
import { accept, reportOn } from '#main/sync/server-choice.ts'
import type { Handlers } from '#shared/contract/contract.ts'

export function syncApi(open: OpenWorkspaces): Handlers['sync'] {
  return {
    status: async ({ workspace }) => {
      await (await open.get(workspace)).conductor.probe()
      return open.status(workspace)
    },
    now: async ({ workspace }) => {
      const { replica, conductor } = await open.get(workspace)
      replica.claims()
      const { pulledRows, pushed } = await conductor.now()
      const counts = replica.journal.counts()
      return {
        pulledRows,
        pushed,
        pending: counts.pending + counts.held,
        conflicts: counts.conflict,
        rejected: counts.rejected,
      }
    },
    prove: async ({ workspace }) => {
      const { replica, conductor } = await open.get(workspace)
      replica.claims()
      return conductor.prove()
    },
    server: async ({ workspace }) => reportOn((await open.get(workspace)).replica),
    acceptServer: async ({ workspace, sendAgain, leave }) => {
      const { replica, conductor } = await open.get(workspace)
      const answer = await conductor.alone(() => accept(replica, { sendAgain, leave }))
      conductor.restart()
      return answer
    },
    workOffline: async ({ workspace, on }) => {
      const { conductor } = await open.get(workspace)
      conductor.setWorkOffline(on)
      return open.status(workspace)
    },
    focus: async ({ workspace }) => {
      const { conductor } = await open.get(workspace)
      conductor.nudge()
      return {}
    },
  }
}
