export const signIn = {
  title: 'Sign in to {{workspace}}',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show the password',
  submit: 'Sign in',
  emailMissing: 'Enter your e-mail address.',
  passwordMissing: 'Enter your password.',
  without: {
    offline: 'There is no network. Signing in needs it once; after that you can work without.',
    unreachable: 'The server does not answer. Signing in needs it once; try again in a moment.',
  },
  demo: 'Demo accounts',
  demoHint: 'Choose one to sign in with it.',
} as const
