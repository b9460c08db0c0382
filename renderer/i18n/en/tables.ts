export const tables = {
  title: 'Tables',
  new: 'New row',
  import: 'Import',
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
  notFollowed: {
    title: 'Rows of this table do not come to this computer yet',
    hint: 'The table was made on the server after the console’s SQL. Whoever manages the project runs “select console_sync.track_all();” there; its rows come with the next sync.',
  },
  noKey: {
    title: 'Rows of this table do not come to this computer',
    hint: 'The table has no primary key, so changes of its rows can’t be followed. Whoever manages the project can give it one.',
  },
  otherName: {
    title: 'Rows of this table do not come to this computer',
    hint: 'Tables with capital letters, spaces or other signs in their names can’t be copied yet. What it holds is on the server.',
  },
  noTable: { title: 'No table has this name', hint: 'Search for another word.' },
} as const
