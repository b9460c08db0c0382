export const signIn = {
  title: 'Sign in to {{workspace}}',
  email: 'E-mail',
  password: 'Password',
  showPassword: 'Show the password',
  submit: 'Sign in',
  emailMissing: 'Enter your e-mail address.',
  passwordMissing: 'Enter your password.',
  demo: 'Demo accounts',
  demoHint: 'Choose one to sign in with it.',
} as const
