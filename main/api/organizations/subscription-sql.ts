import { iso } from '../sql.ts'

/** A row `p` of `prices` for the contract; amounts are kept in hundredths. */
export const priceSql = `json_build_object('amount', trim_scale(p.unit_amount / 100.0)::text, 'currency', upper(p.currency),
  'interval', p."interval"::text, 'count', coalesce(p.interval_count, 1))`

/** The subscription of the organisation `$1`. */
export const subscriptionSql = `
  select s.id, s.plan_name as plan, s.status::text, s.seats, s.cancel_at_period_end as "endsWithPeriod",
    ${iso('s.current_period_start')} as "periodStart", ${iso('s.current_period_end')} as "periodEnd",
    ${iso('s.trial_end')} as "trialEnd", ${iso('s.canceled_at')} as "canceledAt",
    case when p."interval" is not null then ${priceSql} end as price,
    case when p."interval" is not null then trim_scale(s.seats * p.unit_amount / 100.0)::text end as total
  from public.org_subscriptions s
  left join public.prices p on p.id = s.price_id
  where s.org_id = $1`
