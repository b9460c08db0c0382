import { useTranslation } from 'react-i18next'
import { useStatus } from '../sync-status/status-store.ts'
import classes from './sign-in-page.module.css'

/** Whose decisions wait on this computer for their own person to sign in. */
export function WaitingFor({ workspace }: { readonly workspace: string }) {
  const { t } = useTranslation('signIn')
  const waiting = useStatus(workspace)?.waitingFor ?? []
  return waiting.map(({ email, count }) => (
    <p key={email} className={classes.url} role="status">
      {t('waiting', { count, who: email ?? t('somebody') })}
    </p>
  ))
}
