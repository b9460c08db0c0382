import type { Manifest } from '#shared/systems/manifest.ts'
import { actions } from './actions.ts'
import { columns } from './columns.ts'
import { dashboards } from './dashboards.ts'
import { labels } from './labels.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const partnersVrai: Manifest = {
  system: 'partners-vrai',
  name: 'Partners VRAI',
  initials: 'PV',
  schemaVersion: '22',
  desks: ['review', 'dossiers'],
  tables,
  columns,
  labels,
  actions,
  views,
  dashboards,
  files: {
    bucket: 'documents',
    list: `
      select id as version_id, file_url as path, file_name as name, mime_type as mime, size_bytes as size, sha256
      from public.document_versions`,
    ahead: `
      select current_version_id as version_id
      from public.documents
      where status = 'PENDING' and current_version_id is not null
      order by waiting_since`,
  },
}
