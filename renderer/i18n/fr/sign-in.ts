import type { signIn as words } from '../en/sign-in.ts'
import type { Words } from '../words.ts'

export const signIn: Words<typeof words> = {
  title: 'Se connecter à {{workspace}}',
  email: 'E-mail',
  password: 'Mot de passe',
  showPassword: 'Afficher le mot de passe',
  submit: 'Se connecter',
  emailMissing: 'Saisissez votre adresse e-mail.',
  passwordMissing: 'Saisissez votre mot de passe.',
  without: {
    offline: 'Pas de réseau. La première connexion en a besoin ; ensuite, vous pourrez travailler sans.',
    unreachable: 'Le serveur ne répond pas. La première connexion en a besoin ; réessayez dans un instant.',
  },
  demo: 'Comptes de démonstration',
  demoHint: 'Choisissez-en un pour vous connecter.',
}
