import type { z } from 'zod'
import type { OverLimit, plans } from '#shared/contract/plans.ts'
import type { WorkspaceHandle } from '../context.ts'
import { iso } from '../sql.ts'

type Schemas = (typeof plans)['over']

/** Names that are told; of the others only how many they are. */
const MOST = 100

const overSql = `
  select o.org_id as id, o.org_name as name, trim_scale(o.used)::text as used, trim_scale(o.used - $3::bigint)::text as by,
    ${iso('s.current_period_end')} as "periodEnd", (count(*) over ())::int as total
  from public.organisations_over_limit($1, $2, $3::bigint) o
  left join public.org_subscriptions s on s.org_id = o.org_id
  order by o.used desc, o.org_id
  limit ${MOST}`

/** The organisations of a plan that would be over a limit if it had this value. */
export async function readOverLimit(
  handle: WorkspaceHandle,
  { plan, feature, limit }: z.output<Schemas['input']>,
): Promise<z.input<Schemas['output']>> {
  const found = await handle.reader.read<OverLimit & { total: number }>(overSql, [plan, feature, String(limit)])
  return { organizations: found.map(({ total, ...one }) => one), total: found[0]?.total ?? 0 }
}
