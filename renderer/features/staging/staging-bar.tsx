import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Relation } from '#shared/contract/catalogue.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { Shortcut } from '../../components/shortcut.tsx'
import { toastDone } from '../../components/toast.ts'
import { useFormat } from '../../i18n/format.ts'
import { BatchProgress } from '../batch/batch-progress.tsx'
import classes from './staging.module.css'
import { sizeOf, useStaging } from './staging.ts'
import { useStagingWork } from './use-staging-work.ts'
import { wrongCells } from './wrong-cells.ts'
import { WrongNote } from './wrong-note.tsx'

interface Props {
  readonly workspace: string
  readonly relation: Relation
  /** Keeps what is being written in a cell, before anything is done with what is staged. */
  readonly onBefore: () => void
  /** Brings the row of a cell into sight. */
  readonly onGo: (key: string) => void
}

/** Below a list: how many cells were changed and not applied, what is wrong with them, and what becomes of them. */
export function StagingBar({ workspace, relation, onBefore, onGo }: Props) {
  const { t } = useTranslation('staging')
  const format = useFormat()
  const staging = useStaging(workspace, relation.relation)
  const { check, apply, discard, change, underway, problem, stop } = useStagingWork(workspace, relation)
  const [turn, setTurn] = useState(0)
  const { cells, rows } = sizeOf(staging)
  const wrong = wrongCells(staging)
  const shown = wrong[turn % Math.max(1, wrong.length)]
  const isBusy = underway !== undefined

  const tryOut = async () => {
    onBefore()
    const answer = await check()
    if (answer && answer.refusedTotal === 0) toastDone(t('fine', { count: answer.changing }))
  }
  const save = () => {
    onBefore()
    void apply()
  }
  // Also while a cell is edited: it is kept first.
  useHotkeys([['mod+S', () => cells > 0 && !isBusy && save()]], [])
  if (cells === 0) return null
  return (
    <section className={`o-bottom-bar ${classes.bar}`} aria-label={t('bar')}>
      <span className={classes.count} role="status">
        <IconPencil size={15} stroke={1.8} aria-hidden="true" />
        {t('cells', { count: cells, number: format.number(cells) })}{' '}
        {t('inRows', { count: rows, number: format.number(rows) })}
      </span>
      <BatchProgress underway={underway} label={t('going')} onStop={stop} />
      {problem && <ProblemNote problem={problem} />}
      {shown && !isBusy && (
        <WrongNote
          workspace={workspace}
          relation={relation}
          wrong={shown}
          place={(turn % wrong.length) + 1}
          of={wrong.length}
          onNext={() => setTurn(turn + 1)}
          onGo={onGo}
          onChange={change}
        />
      )}
      <span className={classes.end}>
        <Button size="compact-sm" disabled={isBusy} onClick={() => void tryOut()}>
          {t('check')}
        </Button>
        <Button
          size="compact-sm"
          variant="filled"
          disabled={isBusy}
          aria-keyshortcuts="Control+S Meta+S"
          rightSection={<Shortcut keys="mod+S" />}
          onClick={save}
        >
          {t('apply')}
        </Button>
        <Button size="compact-sm" disabled={isBusy} onClick={discard}>
          {t('discard')}
        </Button>
      </span>
    </section>
  )
}
