import { iso } from '../sql.ts'

/** What staff know a changed row by: the e-mail of an invitation, the name of a person or of the row itself. */
const subject = `coalesce(t.metadata ->> 'email',
  (select coalesce(w.full_name, w.email) from public.users w where w.id = case t.entity_type
    when 'users' then t.entity_id
    when 'organization_members' then coalesce((t.new_values ->> 'user_id')::uuid, (t.old_values ->> 'user_id')::uuid,
      (select m.user_id from public.organization_members m where m.id = t.entity_id)) end),
  coalesce(t.new_values, t.old_values) ->> 'name', coalesce(t.new_values, t.old_values) ->> 'title',
  coalesce(t.new_values, t.old_values) ->> 'display_name')`

/** The columns of an entry `t`, with its actor `a` and its organisation `o`. */
export const entryColumns = `
  t.id, ${iso('t.created_at')} as at, t.actor_type as "actorType", t.action, t.entity_type as "entityType",
  t.entity_id as "entityId", ${subject} as subject,
  case when t.actor_id is not null
    then json_build_object('id', t.actor_id, 'name', coalesce(a.full_name, a.email)) end as actor,
  case when t.metadata ? 'feature'
    then json_build_object('plan', t.metadata ->> 'plan', 'feature', t.metadata ->> 'feature') end as feature,
  case when t.org_id is not null then json_build_object('id', t.org_id, 'name', o.name) end as organization,
  array(select key from jsonb_object_keys(coalesce(t.new_values, t.old_values, '{}')) key order by key) as changed`

/** Who did it and whom it concerns; either may be gone. */
export const entryJoins = `
  left join public.users a on a.id = t.actor_id
  left join public.organizations o on o.id = t.org_id`
