import { OutpostError } from '#shared/contract/errors.ts'
import type { LimitUse, Organization, Subscription } from '#shared/contract/organizations.ts'
import { readLatestAudit } from '../audit/audit-page.ts'
import type { WorkspaceHandle } from '../context.ts'
import { marksAbout } from '../marks.ts'
import { marksById } from '../rows/marks-by-id.ts'
import { iso } from '../sql.ts'
import { limitUseSql } from './limit-use.ts'
import { invitesSql, membersSql } from './people-sql.ts'
import { seatsTakenSql } from './seats-taken.ts'
import { subscriptionSql } from './subscription-sql.ts'

type Head = Pick<
  Organization,
  'id' | 'name' | 'slug' | 'type' | 'description' | 'createdAt' | 'owner' | 'customer' | 'taken'
>
type Unmarked<T> = Omit<T, 'mark'>

const headSql = `
  select o.id, o.name, o.slug, o.org_type as type, o.description, ${iso('o.created_at')} as "createdAt",
    json_build_object('id', o.owner_id, 'name', coalesce(w.full_name, w.email, ''), 'email', coalesce(w.email, '')) as owner,
    case when c.id is not null
      then json_build_object('stripe', c.stripe_customer_id, 'email', c.billing_email) end as customer,
    ${seatsTakenSql} as taken
  from public.organizations o
  left join public.users w on w.id = o.owner_id
  left join public.billing_customers c on c.org_id = o.id
  where o.id = $1`

const usageSql = `select ${limitUseSql} as use from public.organization_usage u where u.org_id = $1
  order by u.feature_key = 'max_seats' desc, u.feature_key`

const switchesSql = `
  select f.key as name, f.value as on
  from public.org_subscriptions s
  join public.plan_features p on p.plan_name = s.plan_name and p.feature_key = 'features'
  cross join jsonb_each(p.feature_value) f
  where s.org_id = $1 order by f.value desc, f.key`

const eventsSql = `
  select e.id, e.event_type as type, ${iso('e.processed_at')} as at, e.error
  from public.processed_events e where e.org_id = $1 order by e.processed_at desc, e.id limit 8`

/**
 * An organisation with everything about it.
 * @throws OutpostError `not_found`
 */
export async function readOrganization(handle: WorkspaceHandle, id: string): Promise<Organization> {
  const read = <T>(sql: string) => handle.reader.read<T>(sql, [id])
  const [[head], [subscription], usage, switches, members, invites, events] = await Promise.all([
    read<Head>(headSql),
    read<Subscription>(subscriptionSql),
    read<{ use: LimitUse }>(usageSql),
    read<Organization['switches'][number]>(switchesSql),
    read<Unmarked<Organization['members'][number]>>(membersSql),
    read<Unmarked<Organization['invites'][number]>>(invitesSql),
    read<Organization['events'][number]>(eventsSql),
  ])
  if (!head) throw new OutpostError('not_found', 'This organisation is not here, or you may not see it.')
  const own = (await handle.marks()).filter(
    ({ operation }) => operation.kind === 'call' && operation.args.p_org_id === id,
  )
  const memberMarks = marksAbout(own, { argument: 'p_user_id', relation: 'public.organization_members' })
  const [organizationMark, inviteMark] = await Promise.all([
    marksById(handle, 'public.organizations'),
    marksById(handle, 'public.invites'),
  ])
  return {
    ...head,
    mark: organizationMark(id),
    subscription: subscription ?? null,
    usage: usage.map(({ use }) => use),
    switches,
    members: members.map((row) => ({ ...row, mark: memberMarks.get(row.userId) ?? null })),
    invites: invites.map((row) => ({ ...row, mark: inviteMark(row.id) })),
    events,
    log: await readLatestAudit(handle, id),
  }
}
