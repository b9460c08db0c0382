import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import { api } from '../../bridge/api.ts'
import { useTitle } from '../../components/use-title.ts'
import { manifestOf } from '../workspaces/systems.ts'
import type { WorkspaceItem } from '../workspaces/workspaces-store.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'
import classes from './sign-in-page.module.css'
import { useSignIn } from './use-sign-in.ts'
import { WaitingFor } from './waiting-for.tsx'

/** The way into a workspace: its name and address, the form, and for a demo the accounts that exist. */
export function SignInPage({ workspace }: { readonly workspace: WorkspaceItem }) {
  const { t } = useTranslation('signIn')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSignIn(workspace.name)
  const title = t('title', { workspace: manifestOf(workspace.system)?.name ?? workspace.name })
  useTitle(title)
  useEffect(() => {
    // What hinders it hinders the sign-in as well, and is told there.
    api.session.prepare({ workspace: workspace.name }).catch(() => undefined)
  }, [workspace.name])
  const accounts = workspace.demoAccounts ?? []

  function fill(account: DemoAccount) {
    setEmail(account.email)
    setPassword(account.password)
    signIn.forget()
  }

  return (
    <main className={classes.page} id="page" tabIndex={-1}>
      <div className={classes.block}>
        <header className={classes.header}>
          <h1>{title}</h1>
          <p className={classes.url}>
            {workspace.name} · {workspace.url}
          </p>
        </header>
        <WaitingFor workspace={workspace.name} />
        <SignInForm
          email={email}
          password={password}
          onEmail={setEmail}
          onPassword={setPassword}
          state={signIn}
          onSubmit={() => signIn.submit(email, password)}
        />
        {accounts.length > 0 && (
          <DemoAccounts
            accounts={accounts}
            chosen={email}
            onFill={fill}
            onSignIn={(account) => {
              fill(account)
              signIn.submit(account.email, account.password)
            }}
          />
        )}
      </div>
    </main>
  )
}
