import type { common as words } from '../en/common.ts'
import type { Words } from '../words.ts'

export const common: Words<typeof words> = {
  app: 'Outpost',
  cancel: 'Annuler',
  close: 'Fermer',
  back: 'Retour',
  retry: 'Réessayer',
  reload: 'Recharger',
  search: 'Rechercher',
  clearSearch: 'Effacer la recherche',
  loading: 'Chargement',
  more: 'Plus',
  copy: 'Copier',
  copied: 'Copié',
  yes: 'Oui',
  no: 'Non',
  none: 'aucun',
  you: 'vous',
  aField: 'un champ',
  pageBroken: 'Cette page n’a pas pu s’afficher.',
  notFound: 'Cette page n’existe pas.',
  notFoundHint: 'L’adresse vient peut-être d’un autre espace de travail.',
  home: 'Aller à la première page',
  right: { insert: 'ajouter', update: 'modifier', delete: 'supprimer', call: 'agir' },
  keys: { mod: 'Ctrl', modMac: '⌘', enter: '⏎', shift: '⇧', esc: 'Échap' },
}
