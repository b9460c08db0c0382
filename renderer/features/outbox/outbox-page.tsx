import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { EmptyState } from '../../components/empty-state.tsx'
import { ListSkeleton } from '../../components/list-skeleton.tsx'
import { Page } from '../../components/page.tsx'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useListKeys } from '../../components/use-list-keys.ts'
import { paths } from '../../routes/paths.ts'
import { useWorkspace } from '../../routes/use-workspace.ts'
import { OpenNote } from './open-note.tsx'
import { OutboxDetail } from './outbox-detail.tsx'
import { OutboxList } from './outbox-list.tsx'
import classes from './outbox-page.module.css'
import { useOutbox, type Which } from './use-outbox.ts'
import { WhichFilter } from './which-filter.tsx'

/** Every decision that this computer keeps: what it says, where it stands, and what can be done about it. */
export function OutboxPage() {
  const { t } = useTranslation('outbox')
  const workspace = useWorkspace()
  const { entryId } = useParams()
  const navigate = useNavigate()
  const [which, setWhich] = useState<Which>('open')
  const { entries, total, problem, slow, older, reload } = useOutbox(workspace, which)

  const place = entries?.findIndex(({ id }) => id === entryId) ?? -1
  const open = (at: number) => {
    const entry = entries?.[at]
    if (entry) navigate(paths.outbox(workspace, entry.id), { replace: entryId !== undefined })
  }
  const close = () => navigate(paths.outbox(workspace), { replace: true })
  useListKeys({ count: entries?.length ?? 0, selected: place, select: open, back: close })
  const shown = entries?.[place]

  return (
    <Page
      title={t('title')}
      note={
        entries && total > 0 && (which === 'open' ? <OpenNote workspace={workspace} /> : t('noteAll', { count: total }))
      }
      actions={<WhichFilter which={which} onChange={setWhich} />}
    >
      {problem && !entries ? (
        <div className={classes.problem}>
          <ProblemNote problem={problem} onRetry={reload} />
        </div>
      ) : entries?.length === 0 ? (
        <EmptyState
          icon={<IconSend size={26} stroke={1.4} aria-hidden="true" />}
          title={t(which === 'open' ? 'emptyOpen' : 'emptyAll')}
          hint={t('emptyHint')}
        />
      ) : !entries ? (
        slow && <ListSkeleton />
      ) : (
        <div className={classes.columns}>
          <OutboxList workspace={workspace} entries={entries} selected={place} onSelect={open} older={older} />
          {shown && <OutboxDetail key={shown.id} workspace={workspace} entry={shown} onClose={close} />}
        </div>
      )}
    </Page>
  )
}
