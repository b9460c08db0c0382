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
  noTable: { title: 'Aucune table ne porte ce nom', hint: 'Cherchez un autre mot.' },
}
