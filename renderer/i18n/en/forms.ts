export const forms = {
  actions: 'Actions',
  choose: 'Choose',
  byDefault: 'by default',
  nothingFound: 'Nothing found',
  notJson: 'This is no JSON: check its quotes and commas.',
  saved: 'Saved: {{what}}',
} as const
