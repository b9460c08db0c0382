export const frame = {
  skip: 'Skip to the page',
  workspaces: 'Workspaces',
  addWorkspace: 'Add a workspace',
  notSent_one: '{{count}} not sent',
  notSent_other: '{{count}} not sent',
  state: {
    'signed-out': 'signed out',
    online: 'online',
    syncing: 'syncing',
    offline: 'offline',
    attention: 'needs attention',
  },
  linkLost: 'The console’s engine does not answer. What was saved is safe; reconnecting…',
  noWorkspace: 'There is no workspace “{{name}}” on this computer.',
  noWorkspaceHint: 'Choose another one at the left, or add it.',
  nav: {
    label: 'Pages of {{name}}',
    review: 'Review',
    dossiers: 'Dossiers',
    tables: 'Tables',
    allTables: 'All tables',
    dashboards: 'Dashboards',
    sync: 'Sync',
    status: 'Status',
    outbox: 'Outbox',
    conflicts: 'Conflicts',
    settings: 'Settings',
    collapse: 'Hide the navigation',
    expand: 'Show the navigation',
  },
  person: {
    menu: 'Account and settings',
    workOffline: 'Work offline',
    settings: 'Settings',
    signOut: 'Sign out',
  },
  role: {
    agent: 'Agent',
    super_admin: 'Super admin',
    client: 'Client',
    suspended: 'Suspended',
    authenticated: 'Member',
  },
  signOut: {
    title: 'Sign out of {{workspace}}?',
    nothing:
      'Everything you decided is on the server. The rows and files leave this computer and come back when you sign in again.',
    pending_one:
      '{{count}} decision has not been sent yet. It stays on this computer and goes out when you sign in again.',
    pending_other:
      '{{count}} decisions have not been sent yet. They stay on this computer and go out when you sign in again.',
  },
} as const
