import type { grid as words } from '../en/grid.ts'
import type { Words } from '../words.ts'

export const grid: Words<typeof words> = {
  columns: 'Colonnes',
  resetColumns: 'Rétablir les colonnes',
  sortable: 'Entrée pour trier, Maj et Entrée pour trier aussi par cette colonne',
  loading: 'Chargement',
  loadingFailed: 'Chargement impossible',
  selectRow: 'Sélectionner cette ligne',
  deselectRow: 'Désélectionner cette ligne',
  cellsSelected_one: '{{number}} cellule sélectionnée',
  cellsSelected_other: '{{number}} cellules sélectionnées',
  copied_one: '{{number}} cellule copiée',
  copied_other: '{{number}} cellules copiées',
}
