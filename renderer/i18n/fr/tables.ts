import type { tables as words } from '../en/tables.ts'
import type { Words } from '../words.ts'

export const tables: Words<typeof words> = {
  title: 'Tables',
  new: 'Nouvelle ligne',
  import: 'Importer',
  search: 'Chercher dans cette table',
  searchTables: 'Chercher une table',
  mark: 'État',
  rows_one: '{{number}} ligne',
  rows_other: '{{number}} lignes',
  about: 'environ {{number}} lignes',
  count: 'compter',
  views: 'Vues',
  other: 'Autres tables',
  list: {
    name: 'Table',
    holds: 'Ce qu’elle contient',
    rows: 'Lignes',
  },
  empty: {
    title: 'Cette table n’a pas de lignes',
    hint: 'Les lignes que vous pouvez voir s’affichent ici dès qu’il y en a.',
  },
  notFollowed: {
    title: 'Les lignes de cette table n’arrivent pas encore sur cet ordinateur',
    hint: 'La table a été créée sur le serveur après le SQL de la console. La personne qui gère le projet y exécute « select console_sync.track_all(); » ; ses lignes arrivent à la prochaine synchronisation.',
  },
  noKey: {
    title: 'Les lignes de cette table n’arrivent pas sur cet ordinateur',
    hint: 'La table n’a pas de clé primaire : les changements de ses lignes ne peuvent pas être suivis. La personne qui gère le projet peut lui en donner une.',
  },
  otherName: {
    title: 'Les lignes de cette table n’arrivent pas sur cet ordinateur',
    hint: 'Une table dont le nom a des majuscules, des espaces ou d’autres signes ne peut pas encore être copiée. Son contenu est sur le serveur.',
  },
  noTable: { title: 'Aucune table ne porte ce nom', hint: 'Cherchez un autre mot.' },
}
