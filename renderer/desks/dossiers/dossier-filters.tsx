import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter } from '#renderer/features/grid/choice-filter.tsx'
import { labels } from '#shared/systems/partners-vrai/labels.ts'
import classes from './desk.module.css'
import { changeDossiersView, useDossiersView } from './dossiers-store.ts'
import { useEnumWords } from './words.ts'

interface Props {
  readonly workspace: string
  /** At the right end. */
  readonly children?: ReactNode
}

const all = Object.keys(labels.dossier_status_code ?? {})

/** What narrows the list of dossiers. */
export function DossierFilters({ workspace, children }: Props) {
  const { t } = useTranslation('dossiers')
  const words = useEnumWords()
  const { statuses, mine } = useDossiersView(workspace)
  return (
    <div className={classes.filters}>
      <ChoiceFilter
        choices={all.map((value) => ({ value, label: words('dossier_status_code', value) }))}
        chosen={statuses}
        onChange={(chosen) => changeDossiersView(workspace, { statuses: chosen })}
        label={statuses.length > 1 ? t('statuses', { count: statuses.length }) : t('status')}
        allLabel={t('allStatuses')}
      />
      <Button
        size="compact-sm"
        variant={mine ? 'light' : 'default'}
        aria-pressed={mine}
        onClick={() => changeDossiersView(workspace, { mine: !mine })}
      >
        {t('mine')}
      </Button>
      <span className={classes.end}>{children}</span>
    </div>
  )
}
