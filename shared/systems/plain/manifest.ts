import type { Manifest } from '#shared/systems/manifest.ts'

/** Any project that the console knows only from its own catalogue. */
export const plain: Manifest = {
  system: 'plain',
  name: 'Supabase',
  initials: 'SB',
  schemaVersion: '',
  desks: [],
  tables: {},
  columns: {},
  labels: {},
  actions: {},
  views: [],
  dashboards: [],
}
