import type { workspaces as words } from '../en/workspaces.ts'
import type { Words } from '../words.ts'

export const workspaces: Words<typeof words> = {
  add: {
    title: 'Ajouter un espace de travail',
    hint: 'Un espace de travail est un projet Supabase, ouvert par une personne sur cet ordinateur. Il faut son adresse et sa clé publique, jamais une clé de service.',
    submit: 'Ajouter',
    cancel: 'Annuler',
  },
  remove: {
    button: 'Retirer…',
    label: 'Retirer de cet ordinateur',
    title: 'Retirer {{workspace}} de cet ordinateur ?',
    hint: 'La copie des lignes et des fichiers est supprimée ici. Rien ne change sur le serveur.',
    loses_one: '{{count}} décision n’a jamais été envoyée. Elle sera perdue.',
    loses_other: '{{count}} décisions n’ont jamais été envoyées. Elles seront perdues.',
    keep: 'Garder',
    submit: 'Retirer',
    submitLosing: 'Retirer et les perdre',
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
