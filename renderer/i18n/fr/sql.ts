import type { sql as words } from '../en/sql.ts'
import type { Words } from '../words.ts'

export const sql: Words<typeof words> = {
  title: 'SQL',
  note: 'Lit les lignes sur cet ordinateur, telles que vous pouvez les voir',
  editor: 'Requête',
  editorHelp: 'Tab quitte l’éditeur. Ctrl Espace propose des noms.',
  placeholder: 'select * from …',
  run: 'Exécuter',
  stop: 'Arrêter',
  running: 'Exécution…',
  history: 'Historique',
  noHistory: 'Vous n’avez encore rien demandé ici.',
  forget: 'Tout oublier',
  results: 'Résultat',
  rows_one: '{{number}} ligne en {{span}}',
  rows_other: '{{number}} lignes en {{span}}',
  more: 'Seulement les {{number}} premières lignes : ajoutez une condition ou une limite.',
  start: {
    title: 'Interrogez les lignes de cet ordinateur.',
    hint: 'Les noms des tables et des colonnes sont proposés pendant la saisie.',
  },
  none: { title: 'Aucune ligne.', hint: 'La requête a été exécutée, et rien n’y correspond.' },
  at: 'Ligne {{line}}, colonne {{column}}',
  show: 'Montrer l’endroit',
  allTheSame: 'Exécuter quand même',
  null: 'null',
}
