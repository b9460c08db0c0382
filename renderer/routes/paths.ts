const of = (workspace: string, page: string, id?: string) => `/w/${workspace}/${page}${id ? `/${id}` : ''}`

/** The addresses of the console: deep links live after the `#`, in both hosts. */
export const paths = {
  home: '/',
  addWorkspace: '/add',
  settings: (workspace?: string) => (workspace ? of(workspace, 'settings') : '/settings'),
  workspace: (workspace: string) => `/w/${workspace}`,
  review: (workspace: string, documentId?: string) => of(workspace, 'review', documentId),
  dossiers: (workspace: string) => of(workspace, 'dossiers'),
  dossier: (workspace: string, id: string) => of(workspace, 'dossiers', id),
  tables: (workspace: string) => of(workspace, 'tables'),
  table: (workspace: string, relation: string) => of(workspace, 'tables', relation.replace(/^public\./, '')),
  record: (workspace: string, relation: string, key: string) =>
    `${of(workspace, 'tables', relation.replace(/^public\./, ''))}/${encodeURIComponent(key)}`,
  sync: (workspace: string) => of(workspace, 'sync'),
  outbox: (workspace: string, entryId?: string) => of(workspace, 'outbox', entryId),
  conflicts: (workspace: string, entryId?: string) => of(workspace, 'conflicts', entryId),
} as const
