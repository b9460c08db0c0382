import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EntryView } from '#shared/contract/entries.ts'
import { paths } from '../../routes/paths.ts'
import { useRefusalText } from '../entries/refusal-text.ts'
import classes from './outbox-page.module.css'

/** Why a decision has not arrived: in the words of the server's answer, and what is safe; or who alone can check it. */
export function EntryWhy({ workspace, entry }: { readonly workspace: string; readonly entry: EntryView }) {
  const { t } = useTranslation('outbox')
  const text = useRefusalText()
  const { state } = entry
  if (entry.leftToServer) {
    return (
      <div className={classes.why} data-kind="left">
        <p>{t('leftToServer')}</p>
      </div>
    )
  }
  if (state !== 'rejected' && state !== 'conflict' && state !== 'held') return null
  const reason = text(entry)
  return (
    <div className={classes.why} data-kind={state}>
      {reason && <p>{reason}</p>}
      {state === 'rejected' && <p>{t('rejectedSafe')}</p>}
      {state === 'held' && (
        <p>
          {t('heldBy')} {entry.heldBy && <Link to={paths.outbox(workspace, entry.heldBy)}>{t('heldByLink')}</Link>}
        </p>
      )}
    </div>
  )
}
