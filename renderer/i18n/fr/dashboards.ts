import type { dashboards as words } from '../en/dashboards.ts'
import type { Words } from '../words.ts'

export const dashboards: Words<typeof words> = {
  title: 'Tableaux de bord',
  note: 'D’après les lignes sur cet ordinateur',
  choose: 'Tableau de bord',
  none: {
    title: 'Ce projet n’a pas de tableau de bord.',
    hint: 'Les tableaux de bord vont avec les systèmes qu’Outpost connaît.',
  },
  table: 'Afficher en tableau',
  chart: 'Afficher en graphique',
  rows: 'Ouvrir les lignes',
  row: 'Ouvrir',
  empty: 'Rien à montrer pour l’instant.',
  good: 'Tout va bien.',
  wrong_one: '{{number}} ligne ne va pas.',
  wrong_other: '{{number}} lignes ne vont pas.',
  more: 'Voici les {{number}} premières lignes.',
  chartOf: '{{name}}, en graphique. Le tableau donne les mêmes chiffres.',
}
