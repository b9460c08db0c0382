import type { DashboardManifest } from '#shared/systems/manifest.ts'

const weeks = `generate_series(date_trunc('week', now(), 'UTC') - interval '11 weeks', now(), interval '1 week')`

/** What the system's own documentation asks to watch, and to verify, as queries over what is kept here. */
export const dashboards: readonly DashboardManifest[] = [
  {
    name: 'growth',
    label: { en: 'Growth', fr: 'Croissance' },
    charts: [
      {
        name: 'sign-ups',
        label: { en: 'Sign-ups by week', fr: 'Inscriptions par semaine' },
        sql: `
          select to_char(w.week, 'YYYY-MM-DD') as week, count(u.id) as people,
            count(u.id) filter (where u.onboarding_completed) as onboarded
          from ${weeks} w (week)
          left join public.users u on u.created_at >= w.week and u.created_at < w.week + interval '1 week'
          group by w.week order by w.week`,
        as: 'line',
        x: 'week',
        y: {
          people: { en: 'Signed up', fr: 'Inscrites' },
          onboarded: { en: 'Of them through the first steps', fr: 'Dont premiers pas faits' },
        },
      },
      {
        name: 'profile-completion',
        label: { en: 'Profiles complete', fr: 'Profils complets' },
        sql: `
          select round(100.0 * count(*) filter (where profile_completed) / nullif(count(*), 0), 1) as percent
          from public.users`,
        as: 'number',
        y: { percent: { en: 'Percent', fr: 'Pour cent' } },
      },
      {
        name: 'upgrades',
        label: { en: 'From free to paid, by week', fr: 'Passages au payant par semaine' },
        sql: `
          select to_char(w.week, 'YYYY-MM-DD') as week, count(l.id) as upgrades
          from ${weeks} w (week)
          left join public.audit_logs l on l.entity_type = 'org_subscriptions' and l.old_values ->> 'plan_name' = 'free'
            and l.created_at >= w.week and l.created_at < w.week + interval '1 week'
          group by w.week order by w.week`,
        as: 'bars',
        x: 'week',
        y: { upgrades: { en: 'Upgrades', fr: 'Passages' } },
      },
    ],
  },
  {
    name: 'billing',
    label: { en: 'Billing', fr: 'Facturation' },
    charts: [
      {
        name: 'plans',
        label: { en: 'Organisations by plan', fr: 'Organisations par formule' },
        sql: `
          select plan_name as plan, count(*) as organizations, sum(seats) as seats
          from public.org_subscriptions
          group by plan_name order by array_position(array['free', 'pro', 'business', 'enterprise'], plan_name)`,
        as: 'bars',
        x: 'plan',
        y: {
          organizations: { en: 'Organisations', fr: 'Organisations' },
          seats: { en: 'Seats', fr: 'Places' },
        },
        rows: { table: 'org_subscriptions', column: 'plan_name' },
      },
      {
        name: 'statuses',
        label: { en: 'Paid subscriptions by status', fr: 'Abonnements payants par statut' },
        sql: `
          select status::text as status, count(*) as subscriptions
          from public.org_subscriptions where plan_name <> 'free' group by status order by 2 desc, 1`,
        as: 'bars',
        x: 'status',
        y: { subscriptions: { en: 'Subscriptions', fr: 'Abonnements' } },
        rows: {
          table: 'org_subscriptions',
          filter: { column: 'plan_name', is: 'is_not', value: 'free' },
          column: 'status',
        },
      },
      {
        name: 'revenue',
        label: { en: 'A month’s revenue by currency', fr: 'Revenu mensuel par devise' },
        sql: `
          select upper(p.currency) as currency,
            round(sum(s.seats * p.unit_amount / case p."interval" when 'year' then 12.0 else 1.0 end) / 100, 2) as revenue
          from public.org_subscriptions s
          join public.prices p on p.id = s.price_id
          where s.status in ('active', 'past_due')
          group by 1 order by 1`,
        as: 'table',
        x: 'currency',
        y: { revenue: { en: 'Revenue', fr: 'Revenu' } },
      },
    ],
  },
  {
    name: 'usage',
    label: { en: 'Usage', fr: 'Utilisation' },
    charts: [
      {
        name: 'active-people',
        label: { en: 'Active people by month', fr: 'Personnes actives par mois' },
        sql: `
          select to_char(period_start at time zone 'UTC', 'YYYY-MM') as month, count(distinct user_id) as people
          from public.usage_aggregations
          where event_type = 'user_active' and period_type = 'monthly' group by 1 order by 1`,
        as: 'line',
        x: 'month',
        y: { people: { en: 'People', fr: 'Personnes' } },
      },
      {
        name: 'events-by-day',
        label: { en: 'API calls by day', fr: 'Appels d’API par jour' },
        sql: `
          select to_char(period_start at time zone 'UTC', 'YYYY-MM-DD') as day, sum(total) as calls
          from public.usage_aggregations
          where event_type = 'api_call' and period_type = 'daily' and period_start > now() - interval '31 days'
          group by 1 order by 1`,
        as: 'line',
        x: 'day',
        y: { calls: { en: 'Calls', fr: 'Appels' } },
      },
      {
        name: 'over-limits',
        label: { en: 'Organisations at or over each limit', fr: 'Organisations à la limite ou au-delà' },
        sql: `
          select feature_key as feature, count(*) filter (where percent >= 90 and percent <= 100) as near,
            count(*) filter (where percent > 100) as over
          from public.organization_usage group by feature_key order by feature_key`,
        as: 'bars',
        x: 'feature',
        y: { near: { en: 'From 90 percent', fr: 'Dès 90 pour cent' }, over: { en: 'Over', fr: 'Au-delà' } },
      },
    ],
  },
  {
    name: 'health',
    label: { en: 'Health', fr: 'Santé' },
    charts: [
      {
        name: 'features',
        label: { en: 'Features of plans that are missing', fr: 'Fonctions de formules qui manquent' },
        sql: `
          select p.plan, f.feature
          from unnest(array['free', 'pro', 'business', 'enterprise']) p (plan)
          cross join unnest(array['max_records', 'max_api_calls_per_month', 'max_automations', 'max_storage_gb', 'max_mau',
            'max_schedules', 'max_ai_tokens_per_month', 'max_seats', 'features']) f (feature)
          where not exists (
            select from public.plan_features x where x.plan_name = p.plan and x.feature_key = f.feature)`,
        as: 'check',
      },
      {
        name: 'personal-organizations',
        label: { en: 'People without a personal organisation', fr: 'Personnes sans organisation personnelle' },
        sql: `
          select u.id, u.full_name, u.email from public.users u
          where not exists (
            select from public.organizations o where o.owner_id = u.id and o.is_personal)`,
        as: 'check',
        rows: { table: 'users' },
      },
      {
        name: 'subscriptions',
        label: { en: 'Organisations without a subscription', fr: 'Organisations sans abonnement' },
        sql: `
          select o.id, o.name from public.organizations o
          where not exists (select from public.org_subscriptions s where s.org_id = o.id)`,
        as: 'check',
        rows: { table: 'organizations' },
      },
      {
        name: 'owners',
        label: { en: 'Organisations without an owner', fr: 'Organisations sans propriétaire' },
        sql: `
          select o.id, o.name from public.organizations o
          where not exists (
            select from public.organization_members m where m.org_id = o.id and m.user_id = o.owner_id and m.role = 'owner')`,
        as: 'check',
        rows: { table: 'organizations' },
      },
      {
        name: 'seats',
        label: { en: 'More members than seats', fr: 'Plus de membres que de places' },
        sql: `
          select o.id, o.name, s.seats, count(m.id) as members
          from public.organizations o
          join public.org_subscriptions s on s.org_id = o.id
          join public.organization_members m on m.org_id = o.id
          group by o.id, o.name, s.seats having count(m.id) > s.seats`,
        as: 'check',
        rows: { table: 'organizations' },
      },
    ],
  },
]
