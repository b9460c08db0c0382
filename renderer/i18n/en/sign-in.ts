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
  again: 'Sign in again',
  againHint: 'What you decided is on this computer and goes out as soon as you are signed in.',
  waiting_one:
    '{{count}} decision of {{who}} waits here. It goes out when that person signs in, and never under another name.',
  waiting_other:
    '{{count}} decisions of {{who}} wait here. They go out when that person signs in, and never under another name.',
  somebody: 'somebody',
  demo: 'Demo accounts',
  demoHint: 'Choose one to sign in with it.',
} as const
