import type { grid as words } from '../en/grid.ts'
import type { Words } from '../words.ts'

export const grid: Words<typeof words> = {
  columns: 'Colonnes',
  resetColumns: 'Rétablir les colonnes',
  sortable: 'Appuyez sur Entrée pour trier',
  loading: 'Chargement',
  loadingFailed: 'Chargement impossible',
  selectRow: 'Sélectionner cette ligne',
  deselectRow: 'Désélectionner cette ligne',
}
