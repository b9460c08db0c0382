export const dashboards = {
  title: 'Dashboards',
  note: 'From the rows on this computer',
  choose: 'Dashboard',
  none: {
    title: 'There is no dashboard for this project.',
    hint: 'Dashboards belong to the systems that Outpost knows.',
  },
  table: 'Show as a table',
  chart: 'Show as a chart',
  rows: 'Open the rows',
  row: 'Open',
  empty: 'Nothing to show yet.',
  good: 'All is well.',
  wrong_one: '{{number}} row is wrong.',
  wrong_other: '{{number}} rows are wrong.',
  more: 'These are the first {{number}} rows.',
  chartOf: '{{name}}, as a chart. The table has the same figures.',
} as const
