import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { useFollowSelection } from '../../components/use-follow-selection.ts'
import { EntryRow } from './entry-row.tsx'
import classes from './outbox-list.module.css'

interface Props {
  readonly workspace: string
  readonly entries: readonly EntryView[]
  /** Place of the open entry, or -1. */
  readonly selected: number
  readonly onSelect: (place: number) => void
  readonly older: (() => void) | undefined
}

/** The decisions, newest first. The row that is chosen holds the focus, so that readers follow the arrows. */
export function OutboxList({ workspace, entries, selected, onSelect, older }: Props) {
  const { t } = useTranslation('outbox')
  const list = useRef<HTMLUListElement>(null)
  useFollowSelection(list, entries[selected]?.id)

  return (
    <div className={classes.scroll}>
      <ul className={classes.list} ref={list} aria-label={t('title')}>
        {entries.map((entry, place) => (
          <EntryRow
            key={entry.id}
            workspace={workspace}
            entry={entry}
            selected={place === selected}
            onSelect={() => onSelect(place)}
          />
        ))}
      </ul>
      {older && (
        <Button className={classes.older} variant="subtle" onClick={older}>
          {t('older')}
        </Button>
      )}
    </div>
  )
}
