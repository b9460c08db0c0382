import { Navigate } from 'react-router'
import { ProblemNote } from '../../components/problem-note.tsx'
import { paths } from '../../routes/paths.ts'
import { loadWorkspaces, useWorkspaces } from '../workspaces/workspaces-store.ts'
import { lastPlace } from './last-place.ts'

/** The address without a page: goes to where the person was last, or to the first workspace, or to adding one. */
export function Start() {
  const { list, problem } = useWorkspaces()
  if (problem && !list)
    return (
      <main id="page" style={{ padding: 24 }}>
        <ProblemNote problem={problem} onRetry={loadWorkspaces} />
      </main>
    )
  if (!list) return null
  const place = lastPlace()
  if (place && list.some(({ name }) => name === place.workspace)) return <Navigate to={place.pathname} replace />
  const first = list[0]
  return <Navigate to={first ? paths.workspace(first.name) : paths.addWorkspace} replace />
}
