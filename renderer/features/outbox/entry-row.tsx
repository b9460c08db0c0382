import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { StateMark } from '../../components/state-mark.tsx'
import { When } from '../../components/when.tsx'
import { markOf } from '../entries/entry-state.ts'
import { useEntryWords } from '../entries/entry-words.ts'
import classes from './outbox-list.module.css'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
  readonly selected: boolean
  readonly onSelect: () => void
}

/** One decision: what, about whom, where it stands, since when. */
export function EntryRow({ workspace, entry, selected, onSelect }: Props) {
  const { t } = useTranslation('outbox')
  const { what, about } = useEntryWords(workspace)(entry)
  const mark = markOf(entry.state)
  return (
    <li>
      <button type="button" className={classes.row} aria-current={selected || undefined} onClick={onSelect}>
        <span className={classes.what}>{what}</span>
        <span className={classes.about}>{about}</span>
        <span className={classes.tries}>{entry.attempts > 0 && mark ? t('tries', { count: entry.attempts }) : ''}</span>
        <span className={classes.state}>
          {mark ? (
            <StateMark state={mark} />
          ) : (
            <span className={classes.soft}>{t(`state.${entry.lost ? 'lost' : entry.state}`)}</span>
          )}
        </span>
        <span className={classes.when}>
          <When at={entry.madeAt} />
        </span>
      </button>
    </li>
  )
}
