import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { DemoNote } from '../demo/demo-note.tsx'
import { DemoStart } from '../demo/demo-start.tsx'
import { useDemoCloud } from '../demo/use-demo-cloud.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { FirstSync } from '../sync-status/first-sync.tsx'
import { refreshStatus, useStatus } from '../sync-status/status-store.ts'
import { loadWorkspaces, useWorkspaceItem, useWorkspaces } from '../workspaces/workspaces-store.ts'
import { rememberPlace } from './last-place.ts'
import classes from './shell.module.css'

/** Shows a workspace's pages to a person who is signed in and has the rows; else the way there. */
export function WorkspaceGate() {
  const { t } = useTranslation('frame')
  const workspace = useWorkspace()
  const { pathname } = useLocation()
  const item = useWorkspaceItem(workspace)
  const { list, problem } = useWorkspaces()
  const status = useStatus(workspace)
  const { refused, open } = useOpening(workspace, item !== undefined && status === undefined)
  const demo = useDemoCloud(workspace, item)

  useEffect(() => rememberPlace(workspace, pathname), [workspace, pathname])
  useEffect(() => watchFocus(workspace), [workspace])

  if (problem && !list)
    return (
      <main id="page" style={{ padding: 24 }}>
        <ProblemNote problem={problem} onRetry={loadWorkspaces} />
      </main>
    )
  if (list && !item) return <EmptyState title={t('noWorkspace', { name: workspace })} hint={t('noWorkspaceHint')} />
  if (item && !status && refused)
    return (
      <main id="page" style={{ padding: 24 }}>
        <ProblemNote problem={refused} onRetry={open} />
      </main>
    )
  if (!item || !status) return null
  const working = status.person !== null && status.ready
  if (!working && demo.state === undefined) return null
  if (!working && (demo.state?.state === 'starting' || demo.state?.state === 'failed'))
    return <DemoStart workspace={item} state={demo.state} onRetry={demo.retry} />
  if (!status.person) return <SignInPage workspace={item} />
  if (!status.ready) return <FirstSync workspace={workspace} status={status} />
  return (
    <div className={classes.noted}>
      <DemoNote {...demo} />
      <div className={classes.below}>
        <Outlet />
      </div>
    </div>
  )
}

/** Opens a workspace that nobody has looked at yet: it has no status before. */
function useOpening(workspace: string, closed: boolean) {
  const [refused, setRefused] = useState<Problem>()
  const open = useCallback(() => {
    setRefused(undefined)
    refreshStatus(workspace).catch((error: unknown) => setRefused(problemOf(error)))
  }, [workspace])
  useEffect(() => {
    if (closed) open()
  }, [closed, open])
  return { refused, open }
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
