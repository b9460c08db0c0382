export const grid = {
  columns: 'Columns',
  resetColumns: 'Reset the columns',
  sortable: 'Press Enter to sort, Shift and Enter to sort by this column too',
  loading: 'Loading',
  loadingFailed: 'Could not be loaded',
  selectRow: 'Select this row',
  deselectRow: 'Unselect this row',
  cellsSelected_one: '{{number}} cell selected',
  cellsSelected_other: '{{number}} cells selected',
  copied_one: '{{number}} cell copied',
  copied_other: '{{number}} cells copied',
} as const
