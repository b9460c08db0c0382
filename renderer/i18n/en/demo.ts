export const demo = {
  title: 'Starting the demo of {{workspace}}',
  titleFailed: 'The demo of {{workspace}} does not run',
  hint: 'Its server runs on this computer and makes its own people and rows. The first start takes some seconds; later ones are quicker.',
  phase: {
    database: 'Opening the database',
    schema: 'Making the tables',
    rows: 'Making people, rows and documents',
  },
  rowsOf: '{{done}} of {{total}}',
  failed: 'The demo’s server could not be started: {{reason}}',
  nobody: 'What starts the demos does not answer. Start Outpost again.',
  notOpen: 'not opened yet',
  starting: 'its server is being started',
} as const
