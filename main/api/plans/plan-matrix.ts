import { z } from 'zod'
import type { EntryView } from '#shared/contract/entries.ts'
import type { PlanCell, PlanMatrix } from '#shared/contract/plans.ts'
import { relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { marksAbout } from '../marks.ts'
import { priceSql } from '../organizations/subscription-sql.ts'

const cellsSql = `
  select f.plan_name as plan, f.feature_key as feature, f.feature_value ->> 'limit' as limit,
    case when f.feature_value ? 'limit' then '{}' else f.feature_value end as switches
  from public.plan_features f`

const plansSql = `
  select n.name,
    (select count(*) from public.org_subscriptions s where s.plan_name = n.name)::int as organizations,
    (select coalesce(json_agg(${priceSql} order by p."interval", p.currency, p.unit_amount, p.id), '[]')
      from public.prices p join public.products d on d.id = p.product_id
      where d.plan_name = n.name and d.active and p.active and p."interval" is not null) as prices
  from unnest($1::text[]) with ordinality n (name, place)
  order by n.place`

/** Plans and features in the order in which the database lists them, with what each plan allows. */
export async function readPlanMatrix(handle: WorkspaceHandle): Promise<PlanMatrix> {
  const { columns } = await relationOf(handle, 'public.plan_features')
  const listed = (name: string) => columns.find((column) => column.name === name)?.values ?? []
  const [cells, plans, [may], entries] = await Promise.all([
    handle.reader.read<Omit<PlanCell, 'mark' | 'turned'>>(cellsSql),
    handle.reader.read<PlanMatrix['plans'][number]>(plansSql, [listed('plan_name')]),
    handle.reader.read<{ change: boolean }>('select public.is_super_admin() as change'),
    handle.marks(),
  ])
  const aboutCell = (plan: string, feature: string) =>
    entries.filter(
      ({ operation }) =>
        operation.kind === 'call' && operation.args.p_feature === feature && operation.args.p_plan === plan,
    )
  return {
    mayChange: may?.change ?? false,
    plans,
    features: [...listed('feature_key')],
    cells: cells.map((cell) => {
      const own = aboutCell(cell.plan, cell.feature)
      return {
        ...cell,
        mark: marksAbout(own, { argument: 'p_plan', relation: '' }).get(cell.plan) ?? null,
        turned: own.flatMap(turnedBy),
      }
    }),
  }
}

/** The switches that a decision sets to something else than they were. */
function turnedBy({ operation }: EntryView): string[] {
  if (operation.kind !== 'call') return []
  const [before, after] = [switches.parse(operation.args.p_from_value), switches.parse(operation.args.p_value)]
  return Object.keys(after).filter((name) => after[name] !== before[name])
}

/** A limit has none. */
const switches = z.record(z.string(), z.json()).catch({})
