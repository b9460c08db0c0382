export const search = {
  title: 'Search everything',
  placeholder: 'A name, a reference, an id, or a page',
  found: 'What was found',
  goTo: 'Go to',
  kind: { page: 'Page', view: 'View', table: 'Table' },
  more_one: '{{number}} more row',
  more_other: '{{number}} more rows',
  hint: 'Every table of this workspace is searched, on this computer.',
  searching: 'Still searching…',
  nothing: 'No row holds “{{text}}”.',
  rows_one: '{{number}} row found',
  rows_other: '{{number}} rows found',
} as const
