export const workspaces = {
  add: {
    title: 'Add a workspace',
    hint: 'A workspace is one Supabase project, opened by one person on this computer. You need its address and its publishable key, never a service key.',
    submit: 'Add',
    cancel: 'Cancel',
  },
  name: 'Name',
  nameHint: 'Lower-case letters, digits and hyphens. Also the name of its folder on this computer.',
  system: 'System',
  systemHint: 'What the project is. Any project can be opened as plain tables.',
  plain: 'Any other project',
  url: 'Project URL',
  key: 'Publishable key',
  keyHint: 'In Supabase under Project settings, API keys: the publishable (anon) key.',
  wrong: {
    name: 'Use 1 to 40 lower-case letters, digits or hyphens, starting with a letter or digit.',
    system: 'Choose a system.',
    url: 'Enter the full address, starting with https://',
    key: 'Enter the publishable key of the project.',
  },
} as const
