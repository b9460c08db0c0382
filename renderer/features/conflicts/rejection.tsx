import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { EntryContent } from '../entries/entry-content.tsx'
import { EntryActions } from '../outbox/entry-actions.tsx'
import { ConflictHead } from './conflict-head.tsx'
import classes from './conflicts-page.module.css'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
}

/** A decision that the server refused: why, what was written, send it again or discard it. */
export function Rejection({ workspace, entry }: Props) {
  const { t } = useTranslation('conflicts')
  return (
    <article className={classes.detail}>
      <ConflictHead workspace={workspace} entry={entry} />
      <section className={classes.written}>
        <h3>{t('written')}</h3>
        <EntryContent entry={entry} />
      </section>
      <EntryActions workspace={workspace} entry={entry} />
    </article>
  )
}
