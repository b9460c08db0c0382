import type { z } from 'zod'
import type { organizationColumn, organizations } from '#shared/contract/organizations.ts'
import { searchTerms } from '#shared/lib/folded.ts'
import { foldedSql } from '../folded.ts'
import type { OrderedList } from '../ordered-window.ts'
import { type Query, Values } from '../sql.ts'
import { pressedSql } from './limit-use.ts'

type OrganizationInput = z.output<(typeof organizations.page)['input']>

/** Plans by the seats that they allow: a larger plan is a later one. */
const orders: Record<z.infer<typeof organizationColumn>, string> = {
  name: foldedSql('o.name'),
  plan: `(select coalesce(nullif((l.feature_value ->> 'limit')::numeric, -1), 'infinity') from public.plan_features l
    where l.plan_name = s.plan_name and l.feature_key = 'max_seats')`,
  status: 's.status',
  seats: 's.seats',
  periodEnd: 's.current_period_end',
  createdAt: 'o.created_at',
}

/** The organisations as a list, by their names unless it is sorted otherwise. */
export function organizationList(input: OrganizationInput): OrderedList {
  const { search, sort, plans, statuses, teams, pressed } = input
  return {
    name: JSON.stringify(['organizations', search, sort, plans, statuses, teams, pressed]),
    all: () => all(input),
    byIndex: null,
  }
}

function all(input: OrganizationInput): Query {
  const values = new Values()
  const words = foldedSql(`concat_ws(' ', o.name, o.slug, w.full_name, w.email)`)
  const found = searchTerms(input.search).map((term) => `position(${values.add(term)}::text in ${words}) > 0`)
  const sorted = input.sort.map(({ column, direction }) => `${orders[column]} ${direction} nulls last`)
  const sql = `
    select string_agg(o.id::text, ',' order by ${[...sorted, orders.name, 'o.id'].join(', ')}) as ids
    from public.organizations o
    left join public.org_subscriptions s on s.org_id = o.id
    left join public.users w on w.id = o.owner_id
    where ${[...filtersOf(input, values), ...found].join(' and ')}`
  return { sql, params: values.list }
}

function filtersOf({ plans, statuses, teams, pressed }: OrganizationInput, values: Values): string[] {
  const filters = ['true']
  if (plans.length > 0) filters.push(`s.plan_name = any(${values.add(plans)}::text[])`)
  if (statuses.length > 0) filters.push(`s.status::text = any(${values.add(statuses)}::text[])`)
  if (teams) filters.push('not o.is_personal')
  if (pressed) filters.push(`o.id in (select u.org_id from public.organization_usage u where ${pressedSql})`)
  return filters
}
