import type { exports as words } from '../en/export.ts'
import type { Words } from '../words.ts'

export const exports: Words<typeof words> = {
  button: 'Exporter',
  view: 'Cette vue',
  viewHint: 'Les lignes et colonnes affichées, dans cet ordre',
  all: 'Toute la table',
  allHint: 'Toutes les lignes et colonnes que vous pouvez voir',
  csv: 'CSV',
  xlsx: 'Classeur Excel',
  jsonl: 'JSON, une ligne par objet',
  going: 'Export de {{name}}',
  rowsOf: '{{done}} sur {{total}} lignes',
  together: 'Préparation du fichier',
  reading: 'Remise du fichier',
  cancel: 'Arrêter',
  done_one: '{{number}} ligne exportée dans {{file}}.',
  done_other: '{{number}} lignes exportées dans {{file}}.',
}
