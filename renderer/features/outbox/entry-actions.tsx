import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import type { Problem } from '#shared/contract/errors.ts'
import { api } from '../../bridge/api.ts'
import { problemOf } from '../../bridge/api-error.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { usePageKeys } from '../../components/use-page-keys.ts'
import { DiscardDialog } from './discard-dialog.tsx'
import classes from './outbox-page.module.css'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
}

/** Send again, take back, or discard: whatever this entry's state allows. */
export function EntryActions({ workspace, entry }: Props) {
  const { t } = useTranslation('outbox')
  const [problem, setProblem] = useState<Problem>()
  const [discarding, setDiscarding] = useState(false)
  const { id, state } = entry
  const canRetry = state === 'rejected'
  const canUndo = state === 'pending'
  const canDiscard = state === 'rejected' || state === 'held'

  const run = (action: Promise<unknown>) => {
    setProblem(undefined)
    action.catch((error: unknown) => setProblem(problemOf(error)))
  }
  const retry = () => void (canRetry && run(api.outbox.retry({ workspace, id })))
  const undo = () => void (canUndo && run(api.entries.undo({ workspace, id })))
  const discard = () => void (canDiscard && setDiscarding(true))
  usePageKeys([
    { keys: 'R', run: retry },
    { keys: 'U', run: undo },
    { keys: 'D', run: discard },
    { keys: 'Delete', run: discard },
  ])
  if (!canRetry && !canUndo && !canDiscard) return null

  return (
    <>
      <div className={classes.actions}>
        {canRetry && (
          <Button variant="filled" onClick={retry} rightSection={<Shortcut keys="R" />} aria-keyshortcuts="R">
            {t('retry')}
          </Button>
        )}
        {canUndo && (
          <Button onClick={undo} rightSection={<Shortcut keys="U" />} aria-keyshortcuts="U">
            {t('takeBack')}
          </Button>
        )}
        {canDiscard && (
          <Button onClick={discard} color="danger" rightSection={<Shortcut keys="D" />} aria-keyshortcuts="D">
            {t('discard')}
          </Button>
        )}
      </div>
      {problem && <ProblemNote problem={problem} />}
      <DiscardDialog workspace={workspace} entry={entry} opened={discarding} onClose={() => setDiscarding(false)} />
    </>
  )
}
