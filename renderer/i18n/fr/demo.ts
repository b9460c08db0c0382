import type { demo as words } from '../en/demo.ts'
import type { Words } from '../words.ts'

export const demo: Words<typeof words> = {
  title: 'Démarrage de la démo de {{workspace}}',
  titleFailed: 'La démo de {{workspace}} ne tourne pas',
  hint: 'Son serveur tourne sur cet ordinateur et crée ses personnes et ses lignes. Le premier démarrage prend quelques secondes ; les suivants sont plus rapides.',
  phase: {
    database: 'Ouverture de la base de données',
    schema: 'Création des tables',
    rows: 'Création des personnes, des lignes et des documents',
  },
  rowsOf: '{{done}} sur {{total}}',
  failed: 'Le serveur de la démo n’a pas pu démarrer : {{reason}}',
  nobody: 'Ce qui démarre les démos ne répond pas. Redémarrez Outpost.',
  notOpen: 'pas encore ouvert',
  starting: 'son serveur démarre',
}
