import type { views as words } from '../en/views.ts'
import type { Words } from '../words.ts'

export const views: Words<typeof words> = {
  title: 'Vues',
  save: 'Enregistrer la vue',
  menu: 'Vue',
  saveChanges: 'Enregistrer les changements',
  saveAs: 'Enregistrer comme nouvelle vue',
  reset: 'La revoir telle quelle',
  rename: 'Renommer',
  delete: 'Supprimer',
  changed: 'modifiée',
  name: 'Nom de la vue',
  keeps:
    'Elle garde les conditions, l’ordre et les colonnes de cette liste. Vous seul la voyez, sur cet ordinateur, sauf si vous la partagez.',
  shareToo: 'La partager avec tous ceux qui utilisent cette console',
  share: 'Partager avec tous',
  unshare: 'La garder pour moi',
  isShared: 'Tous ceux qui utilisent cette console voient maintenant « {{name}} ».',
  isMine: '« {{name}} » n’est plus qu’à vous.',
  saveTitle: 'Enregistrer la vue',
  renameTitle: 'Renommer la vue',
  saved: 'Vue enregistrée : {{name}}',
  deleted: 'Vue supprimée : {{name}}',
  undo: 'Annuler',
  goneView: 'Cette vue n’existe pas.',
  goneViewHint: 'Elle a peut-être été supprimée, ou c’est la vue de quelqu’un d’autre.',
  goneTable: 'La table de cette vue n’est plus là',
  goneTableHint: '« {{table}} » a été retirée du produit, ou vous n’avez plus le droit de la voir.',
  goneColumns: 'N’est plus là : {{columns}}. La vue s’affiche sans ce qu’elle en disait.',
  allTables: 'Toutes les tables',
}
