import type { z } from 'zod'
import type { OrganizationRow, organizations } from '#shared/contract/organizations.ts'
import type { WorkspaceHandle } from '../context.ts'
import { readWindow } from '../ordered-window.ts'
import { marksById } from '../rows/marks-by-id.ts'
import { iso } from '../sql.ts'
import { limitUseSql } from './limit-use.ts'
import { organizationList } from './organization-list.ts'
import { seatsTakenSql } from './seats-taken.ts'

type Schemas = (typeof organizations)['page']

const rowsSql = `
  select o.id, o.name, o.org_type as type, coalesce(w.full_name, w.email, '') as owner, s.plan_name as plan,
    s.status::text, coalesce(s.cancel_at_period_end, false) as "endsWithPeriod", s.seats, ${seatsTakenSql} as taken,
    ${iso('s.current_period_end')} as "periodEnd", ${iso('o.created_at')} as "createdAt",
    (select ${limitUseSql} from public.organization_usage u
      where u.org_id = o.id and u.allowed <> -1 and u.feature_key <> 'max_seats'
      order by u.used > u.allowed desc, u.percent desc nulls last, u.feature_key limit 1) as nearest
  from unnest($1::uuid[]) with ordinality as page (id, place)
  join public.organizations o on o.id = page.id
  left join public.org_subscriptions s on s.org_id = o.id
  left join public.users w on w.id = o.owner_id
  order by page.place`

/** A window of the organisations. */
export async function readOrganizationPage(
  handle: WorkspaceHandle,
  input: z.output<Schemas['input']>,
): Promise<z.input<Schemas['output']>> {
  const { ids, total } = await readWindow(handle, organizationList(input), input)
  const [rows, markOf] = await Promise.all([
    ids.length > 0 ? handle.reader.read<Omit<OrganizationRow, 'mark'>>(rowsSql, [ids]) : [],
    marksById(handle, 'public.organizations'),
  ])
  return { rows: rows.map((row) => ({ ...row, mark: markOf(row.id) })), total }
}
