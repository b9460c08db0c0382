import type { Filter } from '#shared/model/filter.ts'

const bare = (relation: string) => relation.replace(/^public\./, '')
const of = (workspace: string, page: string, id?: string) => `/w/${workspace}/${page}${id ? `/${id}` : ''}`

/** The addresses of the console: deep links live after the `#`, in both hosts. */
export const paths = {
  home: '/',
  addWorkspace: '/add',
  inbox: '/inbox',
  settings: (workspace?: string) => (workspace ? of(workspace, 'settings') : '/settings'),
  workspace: (workspace: string) => `/w/${workspace}`,
  review: (workspace: string, documentId?: string) => of(workspace, 'review', documentId),
  dossiers: (workspace: string) => of(workspace, 'dossiers'),
  dossier: (workspace: string, id: string) => of(workspace, 'dossiers', id),
  organizations: (workspace: string) => of(workspace, 'organizations'),
  organization: (workspace: string, id: string) => of(workspace, 'organizations', id),
  /** `cell`: a plan and what it allows, `pro/max_records`. */
  plans: (workspace: string, cell?: string) => of(workspace, 'plans', cell),
  /** `search`: what narrows the list, as the page itself writes it. */
  audit: (workspace: string, entryId?: string, search?: string) => of(workspace, 'audit', entryId) + (search ?? ''),
  tables: (workspace: string) => of(workspace, 'tables'),
  table: (workspace: string, relation: string, filter?: Filter, search?: string) => {
    const params = new URLSearchParams()
    if (filter) params.set('filter', JSON.stringify(filter))
    if (search) params.set('search', search)
    return `${of(workspace, 'tables', bare(relation))}${params.size > 0 ? `?${params}` : ''}`
  },
  record: (workspace: string, relation: string, key: string) =>
    `${of(workspace, 'tables', bare(relation))}/row/${encodeURIComponent(key)}`,
  /** `like`: the key of a row of the same table whose values are taken over. */
  newRecord: (workspace: string, relation: string, like?: string) =>
    `${of(workspace, 'tables', bare(relation))}/new${like ? `?like=${encodeURIComponent(like)}` : ''}`,
  importRows: (workspace: string, relation: string) => `${of(workspace, 'tables', bare(relation))}/import`,
  view: (workspace: string, id: string) => of(workspace, 'views', id),
  dashboards: (workspace: string, name?: string) => of(workspace, 'dashboards', name),
  sql: (workspace: string) => of(workspace, 'sql'),
  sync: (workspace: string) => of(workspace, 'sync'),
  outbox: (workspace: string, entryId?: string) => of(workspace, 'outbox', entryId),
  conflicts: (workspace: string, entryId?: string) => of(workspace, 'conflicts', entryId),
} as const
