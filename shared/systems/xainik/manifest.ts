import type { Manifest } from '#shared/systems/manifest.ts'
import { actions } from './actions.ts'
import { columns } from './columns.ts'
import { dashboards } from './dashboards.ts'
import { labels } from './labels.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const xainik: Manifest = {
  system: 'xainik',
  name: 'Xainik',
  initials: 'XA',
  schemaVersion: '23',
  desks: [],
  tables,
  columns,
  labels,
  actions,
  views,
  dashboards,
}
