export const tables = {
  title: 'Tables',
  search: 'Search this table',
  searchTables: 'Search the tables',
  mark: 'State',
  rows_one: '{{number}} row',
  rows_other: '{{number}} rows',
  about: 'about {{number}} rows',
  count: 'count',
  views: 'Views',
  other: 'Other tables',
  list: {
    name: 'Table',
    holds: 'What it holds',
    rows: 'Rows',
  },
  empty: { title: 'This table has no rows', hint: 'Rows show here as soon as there are some that you may see.' },
  noMatch: {
    title: 'No row matches',
    hint: 'Search for fewer words, or take conditions away.',
    clear: 'Show all rows',
  },
  noTable: { title: 'No table has this name', hint: 'Search for another word.' },
} as const
