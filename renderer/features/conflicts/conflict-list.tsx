import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { useFollowSelection } from '../../components/use-follow-selection.ts'
import { When } from '../../components/when.tsx'
import { useEntryWords } from '../entries/entry-words.ts'
import classes from './conflicts-page.module.css'

interface Props {
  readonly workspace: string
  readonly entries: readonly EntryView[]
  readonly selected: number
  readonly onSelect: (place: number) => void
}

/** What waits for the person. The chosen row holds the focus, so that readers follow the arrows. */
export function ConflictList({ workspace, entries, selected, onSelect }: Props) {
  const { t } = useTranslation('conflicts')
  const words = useEntryWords(workspace)
  const list = useRef<HTMLUListElement>(null)
  useFollowSelection(list, entries[selected]?.id)

  return (
    <ul className={classes.list} ref={list} aria-label={t('title')}>
      {entries.map((entry, place) => {
        const { what, about } = words(entry)
        const kind = entry.state === 'rejected' ? 'rejected' : (entry.conflict?.kind ?? 'precondition')
        return (
          <li key={entry.id}>
            <button
              type="button"
              className={classes.row}
              aria-current={place === selected || undefined}
              onClick={() => onSelect(place)}
            >
              <span className={classes.first}>
                <StateMark state={entry.state === 'rejected' ? 'rejected' : 'conflict'} label={t(`kind.${kind}`)} />
                <When at={entry.madeAt} />
              </span>
              <span className={classes.what}>{what}</span>
              <span className={classes.about}>{about}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
