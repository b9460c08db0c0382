import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import type { Person } from '#shared/contract/session.ts'
import { SignInForm } from './sign-in-form.tsx'
import { useSignIn } from './use-sign-in.ts'

/** Whether signing in again is, or may be, the way out. */
export function endsSession({ code }: Problem): boolean {
  return code === 'signed_out' || code === 'account_banned' || code === 'account_gone'
}

interface Props {
  readonly workspace: string
  readonly person: Person
}

/** The way back for a person whose session the server has ended; rows, files and decisions stay where they are. */
export function SignInAgain({ workspace, person }: Props) {
  const { t } = useTranslation('signIn')
  const [email, setEmail] = useState(person.email)
  const [password, setPassword] = useState('')
  const signIn = useSignIn(workspace)
  return (
    <section aria-label={t('again')}>
      <p>{t('againHint')}</p>
      <SignInForm
        email={email}
        password={password}
        onEmail={setEmail}
        onPassword={setPassword}
        state={signIn}
        onSubmit={() => signIn.submit(email, password)}
      />
    </section>
  )
}
