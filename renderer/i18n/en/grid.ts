export const grid = {
  columns: 'Columns',
  resetColumns: 'Reset the columns',
  sortable: 'Press Enter to sort, Shift and Enter to sort by this column too',
  loading: 'Loading',
  loadingFailed: 'Could not be loaded',
  selectRow: 'Select this row',
  deselectRow: 'Unselect this row',
} as const
