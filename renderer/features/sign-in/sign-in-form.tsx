import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '#shared/contract/errors.ts'
import { ProblemNote } from '../../components/problem-note.tsx'
import { useProblemText } from '../../i18n/problem-text.ts'
import classes from './sign-in-page.module.css'
import type { SignIn } from './use-sign-in.ts'

interface Props {
  readonly email: string
  readonly password: string
  readonly onEmail: (value: string) => void
  readonly onPassword: (value: string) => void
  readonly state: SignIn
  readonly onSubmit: () => void
}

/** E-mail and password. What is wrong is said on the field that it concerns. */
export function SignInForm({ email, password, onEmail, onPassword, state, onSubmit }: Props) {
  const { t } = useTranslation('signIn')
  const text = useProblemText()
  const [tried, setTried] = useState(false)
  const passwordInput = useRef<HTMLInputElement>(null)
  const { problem, busy } = state
  const wrongPassword = problem?.code === 'wrong_password'
  const elsewhere = problem && !wrongPassword && problem.field === undefined ? problem : undefined

  // Elsewhere these say that work goes on; here it can't yet.
  const withoutServer = ({ code }: Problem) =>
    code === 'offline'
      ? t('without.offline')
      : code === 'unreachable' || code === 'timeout'
        ? t('without.unreachable')
        : undefined

  useEffect(() => {
    if (wrongPassword) passwordInput.current?.select()
  }, [wrongPassword])

  function onFormSubmit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (email.trim() && password) onSubmit()
  }

  const emailError = tried && !email.trim() ? t('emailMissing') : problem?.field === 'email' ? text(problem) : undefined
  const passwordError =
    tried && !password
      ? t('passwordMissing')
      : wrongPassword || problem?.field === 'password'
        ? problem && text(problem)
        : undefined

  return (
    <form className={classes.form} onSubmit={onFormSubmit} noValidate>
      <TextInput
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus
        required
        withAsterisk={false}
        value={email}
        onChange={(event) => onEmail(event.currentTarget.value)}
        error={emailError}
      />
      <PasswordInput
        ref={passwordInput}
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => onPassword(event.currentTarget.value)}
        error={passwordError}
        aria-invalid={passwordError ? true : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
      />
      {elsewhere && <ProblemNote problem={elsewhere} words={withoutServer(elsewhere)} />}
      <Button type="submit" variant="filled" loading={busy} className={classes.submit}>
        {t('submit')}
      </Button>
    </form>
  )
}
