import { Button } from '@mantine/core'
import { IconChecks, IconFilterOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/components/empty-state.tsx'
import classes from './document.module.css'
import { changeQueueView, isFiltered, useQueueView } from './queue-store.ts'

const icon = { size: 28, stroke: 1.4, 'aria-hidden': true } as const

/** In place of the queue's rows when there are none. */
export function NothingWaits({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('review')
  if (!isFiltered(useQueueView(workspace)))
    return <EmptyState icon={<IconChecks {...icon} />} title={t('empty.title')} hint={t('empty.hint')} />
  return (
    <EmptyState icon={<IconFilterOff {...icon} />} title={t('noMatch.title')} hint={t('noMatch.hint')}>
      <Button
        size="compact-sm"
        mt={6}
        onClick={() => changeQueueView(workspace, { search: '', types: [], mine: false })}
      >
        {t('noMatch.clear')}
      </Button>
    </EmptyState>
  )
}

interface Props {
  readonly workspace: string
  /** How many rows the queue has, when that is known. */
  readonly total: number | undefined
  /** All rows that there are have been decided here. */
  readonly done: boolean
}

/** In place of a document while none is open. */
export function NothingOpen({ workspace, total, done }: Props) {
  const { t } = useTranslation('review')
  const filtered = isFiltered(useQueueView(workspace))
  return (
    <div className={classes.nothing}>
      {total === 0 && !filtered && <NothingWaits workspace={workspace} />}
      {total !== undefined && total > 0 && done && (
        <EmptyState icon={<IconChecks {...icon} />} title={t('allDecided.title')} hint={t('allDecided.hint')} />
      )}
    </div>
  )
}
