import { IconArrowRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import classes from './demo-accounts.module.css'

interface Props {
  readonly accounts: readonly DemoAccount[]
  /** E-mail in the form now. */
  readonly chosen: string
  readonly onFill: (account: DemoAccount) => void
  readonly onSignIn: (account: DemoAccount) => void
}

/** The accounts of a demo: ↑ ↓ fills the form with one, Enter or a click signs in with it. */
export function DemoAccounts({ accounts, chosen, onFill, onSignIn }: Props) {
  const { t } = useTranslation('signIn')
  const { t: frame } = useTranslation('frame')

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const rows = [...event.currentTarget.querySelectorAll('button')]
    const place = rows.indexOf(document.activeElement as HTMLButtonElement) + step
    const row = rows[Math.min(rows.length - 1, Math.max(0, place))]
    row?.focus()
    const account = accounts[rows.indexOf(row as HTMLButtonElement)]
    if (account) onFill(account)
  }

  return (
    <section className={classes.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('demo')}</h2>
      <p className={classes.hint}>{t('demoHint')}</p>
      <ul className={classes.list} onKeyDown={onKeyDown}>
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              className={classes.row}
              data-chosen={account.email === chosen || undefined}
              onClick={() => onSignIn(account)}
            >
              <span className={classes.who}>{account.name}</span>
              <span className={classes.role}>
                {frame(`role.${account.role}` as 'role.agent', { defaultValue: account.role })}
              </span>
              <span className={classes.email}>{account.email}</span>
              <IconArrowRight size={15} stroke={1.8} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
