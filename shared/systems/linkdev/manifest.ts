import type { Manifest } from '#shared/systems/manifest.ts'
import { actions } from './actions.ts'
import { columns } from './columns.ts'
import { dashboards } from './dashboards.ts'
import { labels } from './labels.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const linkdev: Manifest = {
  system: 'linkdev',
  name: 'LiNKdev',
  initials: 'LD',
  schemaVersion: '24',
  desks: ['organizations', 'plans', 'audit'],
  tables,
  columns,
  labels,
  actions,
  views,
  dashboards,
  history: `
    select l.created_at as at, coalesce(u.full_name, u.email, l.actor_type) as actor, l.action, l.old_values as before,
      l.new_values as after
    from public.audit_logs l
    left join public.users u on u.id = l.actor_id
    where l.entity_type = $1 and l.entity_id = coalesce($2::jsonb ->> 'id', $3)::uuid
    order by l.created_at desc, l.id`,
  files: {
    bucket: 'attachments',
    list: `
      select id as version_id, storage_path as path, file_name as name, mime_type as mime, size_bytes as size, null as sha256
      from public.attachments`,
    ahead: `select id as version_id from public.attachments where false`,
  },
}
