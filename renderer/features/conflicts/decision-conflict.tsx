import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { usePageKeys } from '../../components/use-page-keys.ts'
import { EntryContent } from '../entries/entry-content.tsx'
import { rowOf } from '../entries/exact-json.ts'
import { ConflictHead } from './conflict-head.tsx'
import classes from './conflicts-page.module.css'
import { TheirDecision } from './their-decision.tsx'
import { useResolve } from './use-resolve.ts'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
}

/** A decision as a whole stands against what is current now: do it anyway, or leave things as they are. */
export function DecisionConflict({ workspace, entry }: Props) {
  const { t } = useTranslation('conflicts')
  const { take, busy, problem } = useResolve(workspace, entry.id)
  const { conflict } = entry
  const canRepeat = conflict?.kind !== 'precondition' || conflict.retryArgs !== null
  const mine = () => void (canRepeat && take('mine'))
  const theirs = () => take('theirs')
  usePageKeys([
    { keys: 'mod+Enter', run: mine },
    { keys: 'M', run: mine },
    { keys: 'X', run: theirs },
  ])
  const row = rowOf(conflict?.theirs ?? null)
  const shown = conflict?.current ? entry : { ...entry, conflict: conflict && { ...conflict, current: row as never } }

  return (
    <article className={classes.detail}>
      <ConflictHead workspace={workspace} entry={entry} />
      <div className={classes.pair}>
        <section>
          <h3>{t('yours')}</h3>
          <EntryContent entry={entry} />
        </section>
        <TheirDecision entry={shown} />
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div className={classes.actions}>
        {canRepeat && (
          <Button
            variant="filled"
            loading={busy}
            onClick={mine}
            rightSection={<Shortcut keys="mod+Enter" />}
            aria-keyshortcuts="Control+Enter Meta+Enter M"
          >
            {t('anyway')}
          </Button>
        )}
        <Button disabled={busy} onClick={theirs} rightSection={<Shortcut keys="X" />} aria-keyshortcuts="X">
          {t('leave')}
        </Button>
      </div>
    </article>
  )
}
