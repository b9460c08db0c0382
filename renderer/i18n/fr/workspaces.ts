import type { workspaces as words } from '../en/workspaces.ts'
import type { Words } from '../words.ts'

export const workspaces: Words<typeof words> = {
  add: {
    title: 'Ajouter un espace de travail',
    hint: 'Un espace de travail est un projet Supabase, ouvert par une personne sur cet ordinateur. Il faut son adresse et sa clé publique, jamais une clé de service.',
    submit: 'Ajouter',
    cancel: 'Annuler',
  },
  name: 'Nom',
  nameHint: 'Minuscules, chiffres et traits d’union. C’est aussi le nom de son dossier sur cet ordinateur.',
  system: 'Système',
  systemHint: 'Ce qu’est le projet. Tout projet peut s’ouvrir en simples tables.',
  plain: 'Tout autre projet',
  url: 'URL du projet',
  key: 'Clé publique',
  keyHint: 'Dans Supabase, sous Project settings, API keys : la clé « publishable » (anon).',
  wrong: {
    name: 'De 1 à 40 minuscules, chiffres ou traits d’union, en commençant par une lettre ou un chiffre.',
    system: 'Choisissez un système.',
    url: 'Saisissez l’adresse entière, à partir de https://',
    key: 'Saisissez la clé publique du projet.',
  },
}
