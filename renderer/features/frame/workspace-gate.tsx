import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { api } from '../../bridge/api.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { FirstSync } from '../sync-status/first-sync.tsx'
import { useStatus } from '../sync-status/status-store.ts'
import { loadWorkspaces, useWorkspaceItem, useWorkspaces } from '../workspaces/workspaces-store.ts'
import { rememberPlace } from './last-place.ts'

/** Shows a workspace's pages to a person who is signed in and has the rows; else the way there. */
export function WorkspaceGate() {
  const { t } = useTranslation('frame')
  const workspace = useWorkspace()
  const { pathname } = useLocation()
  const item = useWorkspaceItem(workspace)
  const { list, problem } = useWorkspaces()
  const status = useStatus(workspace)

  useEffect(() => rememberPlace(workspace, pathname), [workspace, pathname])
  useEffect(() => watchFocus(workspace), [workspace])

  if (problem && !list)
    return (
      <main id="page" style={{ padding: 24 }}>
        <ProblemNote problem={problem} onRetry={loadWorkspaces} />
      </main>
    )
  if (list && !item) return <EmptyState title={t('noWorkspace', { name: workspace })} hint={t('noWorkspaceHint')} />
  if (!item || !status) return null
  if (!status.person) return <SignInPage workspace={item} />
  if (!status.ready) return <FirstSync workspace={workspace} status={status} />
  return <Outlet />
}

/** Tells the engine whenever the person looks here again: it pulls at once. */
function watchFocus(workspace: string): () => void {
  const look = () => {
    // Only a hint; the engine polls without it.
    if (document.visibilityState === 'visible') api.sync.focus({ workspace }).catch(() => undefined)
  }
  window.addEventListener('focus', look)
  window.addEventListener('online', look)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('focus', look)
    window.removeEventListener('online', look)
    document.removeEventListener('visibilitychange', look)
  }
}
