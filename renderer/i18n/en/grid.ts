export const grid = {
  columns: 'Columns',
  resetColumns: 'Reset the columns',
  sortable: 'Press Enter to sort',
  loading: 'Loading',
  loadingFailed: 'Could not be loaded',
  selectRow: 'Select this row',
  deselectRow: 'Unselect this row',
} as const
