import { IconCircleCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { EmptyState } from '../../components/empty-state.tsx'
import { ListSkeleton } from '../../components/list-skeleton.tsx'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useListKeys } from '../../components/use-list-keys.ts'
import { paths } from '../../routes/paths.ts'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { ConflictDetail } from './conflict-detail.tsx'
import { ConflictList } from './conflict-list.tsx'
import classes from './conflicts-page.module.css'
import { useConflicts } from './use-conflicts.ts'

/** What two people decided differently, and what the server refused: each with the choices that are left. */
export function ConflictsPage() {
  const { t } = useTranslation('conflicts')
  const workspace = useWorkspace()
  const { entryId } = useParams()
  const navigate = useNavigate()
  const { data: entries, problem, slow, reload } = useConflicts(workspace)

  const place = entries?.findIndex(({ id }) => id === entryId) ?? -1
  const open = (at: number) => {
    const entry = entries?.[at]
    if (entry) navigate(paths.conflicts(workspace, entry.id), { replace: true })
  }
  useListKeys({ count: entries?.length ?? 0, selected: place, select: open })

  // There is always one in view; the next takes the place of one that is settled.
  const first = entries?.[0]?.id
  useEffect(() => {
    if (place < 0 && first) navigate(paths.conflicts(workspace, first), { replace: true })
  }, [place, first, workspace, navigate])

  const shown = entries?.[place]
  return (
    <Page title={t('title')} note={entries && entries.length > 0 && t('note', { count: entries.length })}>
      {problem && !entries ? (
        <div className={classes.problem}>
          <ProblemNote problem={problem} onRetry={reload} />
        </div>
      ) : entries?.length === 0 ? (
        <EmptyState
          icon={<IconCircleCheck size={26} stroke={1.4} aria-hidden="true" />}
          title={t('empty')}
          hint={t('emptyHint')}
        />
      ) : !entries ? (
        slow && <ListSkeleton />
      ) : (
        <div className={classes.columns}>
          <ConflictList workspace={workspace} entries={entries} selected={place} onSelect={open} />
          {shown && <ConflictDetail key={shown.id} workspace={workspace} entry={shown} />}
        </div>
      )}
    </Page>
  )
}
