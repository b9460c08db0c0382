import type { Manifest } from '#shared/systems/manifest.ts'
import { actions } from './actions.ts'
import { columns } from './columns.ts'
import { dashboards } from './dashboards.ts'
import { labels } from './labels.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const dracarys: Manifest = {
  system: 'dracarys',
  name: 'Dracarys',
  initials: 'DR',
  schemaVersion: '20',
  desks: [],
  tables,
  columns,
  labels,
  actions,
  views,
  dashboards,
}
