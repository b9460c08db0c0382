import type { Manifest } from '#shared/systems/manifest.ts'
import { actions } from './actions.ts'
import { columns } from './columns.ts'
import { dashboards } from './dashboards.ts'
import { labels } from './labels.ts'
import { tables } from './tables.ts'
import { views } from './views.ts'

export const resumepilot: Manifest = {
  system: 'resumepilot',
  name: 'ResumePilot',
  initials: 'RP',
  schemaVersion: '16',
  desks: [],
  tables,
  columns,
  labels,
  actions,
  views,
  dashboards,
  accounts: 'profiles.user_id',
  history: `
    select e.created_at as at, coalesce(a.email, e.event_data ->> 'actor') as actor, e.event_type as action,
      e.event_data -> 'from' as before, e.event_data -> 'to' as after
    from public.system_events e
    left join lateral (
      select x.email from public.admin_users x where x.user_id = (e.event_data ->> 'actor')::uuid order by x.id limit 1
    ) a on true
    where e.event_data ->> 'entity_type' = $1 and e.event_data ->> 'entity_id' = coalesce($2::jsonb ->> 'id', $3)
    order by e.created_at desc, e.id`,
}
