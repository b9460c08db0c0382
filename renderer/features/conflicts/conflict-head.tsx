import { useTranslation } from 'react-i18next'
import type { EntryView } from '#shared/contract/entries.ts'
import { When } from '../../components/when.tsx'
import { useEntryWords } from '../entries/entry-words.ts'
import { useRefusalText } from '../entries/refusal-text.ts'
import classes from './conflicts-page.module.css'

interface Props {
  readonly workspace: string
  readonly entry: EntryView
}

/** What was decided, by whom else it was touched as far as the server says, and that nothing was overwritten. */
export function ConflictHead({ workspace, entry }: Props) {
  const { t } = useTranslation('conflicts')
  const { what, about } = useEntryWords(workspace)(entry)
  const reason = useRefusalText()(entry)
  const kind = entry.state === 'rejected' ? 'rejected' : (entry.conflict?.kind ?? 'precondition')
  return (
    <header className={classes.head}>
      <h2>{what}</h2>
      <p className={classes.about}>
        {about} · {t('youDecided')} <When at={entry.madeAt} />
      </p>
      <p className={classes.story}>
        {kind === 'update_update' ? t('story.update_update') : reason} {t(`safe.${kind}`)}
      </p>
    </header>
  )
}
