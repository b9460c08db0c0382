import { api } from '../../bridge/api.ts'
import { toastProblem } from '../../components/toast.ts'
import { showStatus } from './status-store.ts'

/** Stops or resumes all traffic of a workspace; a failure is said in a corner. */
export async function setWorkOffline(workspace: string, on: boolean): Promise<void> {
  try {
    showStatus(await api.sync.workOffline({ workspace, on }))
  } catch (error) {
    toastProblem(error)
  }
}
