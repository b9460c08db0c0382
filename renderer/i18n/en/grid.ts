export const grid = {
  columns: 'Columns',
  resetColumns: 'As it was at first',
  sortable: 'Press Enter to sort',
  loading: 'Loading',
  loadingFailed: 'Could not be loaded',
  selectRow: 'Select this row',
  deselectRow: 'Unselect this row',
} as const
