export const frame = {
  workspaces: 'Workspaces',
  addWorkspace: 'Add a workspace',
  pendingHere: '{{name}}: {{count}} not sent',
  nav: {
    label: 'Pages of {{name}}',
    review: 'Review',
    dossiers: 'Dossiers',
    sync: 'Sync',
    outbox: 'Outbox',
    conflicts: 'Conflicts',
    settings: 'Settings',
    collapse: 'Hide the navigation',
    expand: 'Show the navigation',
  },
  person: {
    menu: 'Account and settings',
    signedInAs: 'Signed in as',
    workOffline: 'Work offline',
    settings: 'Settings',
    signOut: 'Sign out',
  },
} as const
