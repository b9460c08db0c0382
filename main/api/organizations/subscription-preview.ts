import type { z } from 'zod'
import { OutpostError } from '#shared/contract/errors.ts'
import type { organizations, Subscription, SubscriptionPreview } from '#shared/contract/organizations.ts'
import { subscriptionChange } from '#shared/systems/linkdev/subscription-change.ts'
import type { WorkspaceHandle } from '../context.ts'
import { limitUseSql } from './limit-use.ts'
import { subscriptionSql } from './subscription-sql.ts'

type Input = z.output<(typeof organizations.preview)['input']>
type Limit = SubscriptionPreview['limits'][number]

/** The limits of the plan `$2`, with what the organisation `$1` uses of each and what it is allowed now. */
const limitsSql = `
  select ${limitUseSql} as use, u.now::text as now,
    case when u.now = u.allowed then 'same' when u.allowed = -1 then 'more' when u.now = -1 then 'less'
      when u.allowed > u.now then 'more' else 'less' end as change
  from (
    select c.feature_key, c.used, c.allowed as now, (f.feature_value ->> 'limit')::bigint as allowed,
      100 * c.used / nullif(greatest((f.feature_value ->> 'limit')::numeric, 0), 0) as percent
    from public.organization_usage c
    join public.plan_features f on f.plan_name = $2 and f.feature_key = c.feature_key
    where c.org_id = $1
  ) u
  order by u.feature_key = 'max_seats' desc, u.feature_key`

/** The switches in which the plan `$2` differs from that of the organisation `$1`. */
const switchesSql = `
  select t.key as name, t.value = 'true' as on
  from public.org_subscriptions s
  join public.plan_features n on n.plan_name = s.plan_name and n.feature_key = 'features'
  join public.plan_features p on p.plan_name = $2 and p.feature_key = 'features'
  cross join jsonb_each(p.feature_value) t
  where s.org_id = $1 and t.value is distinct from coalesce(n.feature_value -> t.key, 'false')
  order by t.key`

/**
 * What a change of plan or seats would do: tried on the rows here, and taken back.
 * @throws OutpostError `not_found`
 */
export async function previewSubscription(handle: WorkspaceHandle, input: Input): Promise<SubscriptionPreview> {
  const { id, plan, seats } = input
  const [now] = await handle.reader.read<Subscription>(subscriptionSql, [id])
  if (!now) throw new OutpostError('not_found', 'This organisation has no subscription here, or you may not see it.')
  const trial = { request: subscriptionChange(id, now, { plan, seats }), seen: null }
  const [tried, limits, switches] = await Promise.all([
    handle.rehearse<Subscription>([trial], { sql: subscriptionSql, params: [id] }),
    handle.reader.read<{ use: Limit } & Pick<Limit, 'now' | 'change'>>(limitsSql, [id, plan]),
    handle.reader.read<{ name: string; on: boolean }>(switchesSql, [id, plan]),
  ])
  const refused = tried.outcomes[0]?.problem ?? null
  return {
    after: refused === null ? (tried.after[0] ?? null) : null,
    refused,
    limits: limits.map(({ use, ...more }) => ({ ...use, ...more })),
    gained: switches.filter(({ on }) => on).map(({ name }) => name),
    lost: switches.filter(({ on }) => !on).map(({ name }) => name),
  }
}
