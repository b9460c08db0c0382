import { iso } from '../sql.ts'

const inviter = 'coalesce(b.full_name, b.email)'

/** The members of the organisation `$1`, owners first; activity is counted by day. */
export const membersSql = `
  select m.user_id as "userId", coalesce(w.full_name, w.email, '') as name, coalesce(w.email, '') as email, m.role,
    ${inviter} as "invitedBy", ${iso('m.created_at')} as "joinedAt",
    (select to_char(max(g.period_start) at time zone 'UTC', 'YYYY-MM-DD') from public.usage_aggregations g
      where g.org_id = m.org_id and g.user_id = m.user_id and g.event_type = 'user_active'
        and g.period_type = 'daily') as "lastActive"
  from public.organization_members m
  left join public.users w on w.id = m.user_id
  left join public.users b on b.id = m.invited_by
  where m.org_id = $1
  order by array_position(array['owner', 'member', 'viewer'], m.role), m.created_at, m.id`

/** The invitations of the organisation `$1` that nobody has answered. */
export const invitesSql = `
  select i.id, i.email, i.role, ${inviter} as "invitedBy", ${iso('i.expires_at')} as "expiresAt",
    i.expires_at <= now() as lapsed
  from public.invites i
  left join public.users b on b.id = i.invited_by
  where i.org_id = $1 and i.status = 'pending'
  order by i.expires_at, i.id`
