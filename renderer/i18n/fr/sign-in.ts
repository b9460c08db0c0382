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
  again: 'Se reconnecter',
  againHint: 'Ce que vous avez décidé est sur cet ordinateur et partira dès que vous serez connecté.',
  waiting_one:
    '{{count}} décision de {{who}} attend ici. Elle partira quand cette personne se connectera, jamais sous un autre nom.',
  waiting_other:
    '{{count}} décisions de {{who}} attendent ici. Elles partiront quand cette personne se connectera, jamais sous un autre nom.',
  somebody: 'quelqu’un',
  demo: 'Comptes de démonstration',
  demoHint: 'Choisissez-en un pour vous connecter.',
}
