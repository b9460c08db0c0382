import type { DashboardManifest } from '#shared/systems/manifest.ts'

const people = { people: { en: 'People', fr: 'Personnes' } }
const number = { count: { en: 'Number', fr: 'Nombre' } }

/** What the system's own documentation asks to watch, and to verify, as queries over what is kept here. */
export const dashboards: readonly DashboardManifest[] = [
  {
    name: 'activity',
    label: { en: 'Activity', fr: 'Activité' },
    charts: [
      {
        name: 'active-users',
        label: { en: 'Active people this month', fr: 'Personnes actives ce mois-ci' },
        sql: 'select count(distinct user_id) as people from public.usage_tracking where month = public.usage_month()',
        as: 'number',
        y: people,
      },
      {
        name: 'active-by-month',
        label: { en: 'Active people by month', fr: 'Personnes actives par mois' },
        sql: 'select month, count(distinct user_id) as people from public.usage_tracking group by month order by month',
        as: 'line',
        x: 'month',
        y: people,
      },
      {
        name: 'completion',
        label: {
          en: 'Interviews completed, last 30 days, percent',
          fr: 'Entretiens terminés, 30 derniers jours, pour cent',
        },
        sql: `
          select session_type, count(*) as total,
            count(*) filter (where status = 'completed') as completed,
            round(100.0 * count(*) filter (where status = 'completed') / count(*), 2) as rate
          from public.interview_sessions where created_at >= now() - interval '30 days'
          group by session_type order by session_type`,
        as: 'bars',
        x: 'session_type',
        y: { rate: { en: 'Percent completed', fr: 'Pour cent terminés' } },
      },
      {
        name: 'sign-ups',
        label: { en: 'New people by month', fr: 'Nouvelles personnes par mois' },
        sql: `
          select public.usage_month(created_at) as month, count(*) as people from public.profiles
          where created_at >= now() - interval '12 months' group by 1 order by 1`,
        as: 'bars',
        x: 'month',
        y: people,
      },
    ],
  },
  {
    name: 'billing',
    label: { en: 'Plans', fr: 'Formules' },
    charts: [
      {
        name: 'plans',
        label: { en: 'Active subscriptions by plan', fr: 'Abonnements actifs par formule' },
        sql: `
          select plan_name, count(*) as count from public.subscriptions where status = 'active'
          group by plan_name order by count desc, plan_name`,
        as: 'bars',
        x: 'plan_name',
        y: number,
        rows: { table: 'subscriptions', filter: { column: 'status', is: 'is', value: 'active' }, column: 'plan_name' },
      },
      {
        name: 'statuses',
        label: { en: 'Subscriptions by status', fr: 'Abonnements par statut' },
        sql: 'select status, count(*) as count from public.subscriptions group by status order by count desc, status',
        as: 'bars',
        x: 'status',
        y: number,
        rows: { table: 'subscriptions', column: 'status' },
      },
    ],
  },
  {
    name: 'resumes',
    label: { en: 'Resumes', fr: 'CV' },
    charts: [
      {
        name: 'outcomes',
        label: { en: 'Resumes of the last 30 days', fr: 'CV des 30 derniers jours' },
        sql: `
          select generation_status, count(*) as count, round(avg(processing_time_ms)) as time
          from public.resume_generations where created_at >= now() - interval '30 days'
          group by generation_status order by generation_status`,
        as: 'table',
        x: 'generation_status',
        y: { ...number, time: { en: 'Time on average (ms)', fr: 'Temps moyen (ms)' } },
      },
      {
        name: 'errors',
        label: { en: 'Why resumes fail', fr: 'Pourquoi des CV échouent' },
        sql: `
          select coalesce(error_message, '—') as error, count(*) as count from public.resume_generations
          where generation_status = 'failed' group by 1 order by 2 desc, 1 limit 10`,
        as: 'table',
        x: 'error',
        y: number,
      },
      {
        name: 'formats',
        label: { en: 'Fetched by format', fr: 'Téléchargés par format' },
        sql: `
          select format, sum(download_count) as count from public.resume_downloads group by format order by count desc, format`,
        as: 'bars',
        x: 'format',
        y: number,
        rows: { table: 'resume_downloads', column: 'format' },
      },
    ],
  },
  {
    name: 'health',
    label: { en: 'Health', fr: 'Santé' },
    charts: [
      {
        name: 'orphans',
        label: { en: 'Profiles without an account', fr: 'Profils sans compte' },
        sql: 'select id, full_name from public.profiles_without_account()',
        as: 'check',
      },
      {
        name: 'subscriptions',
        label: { en: 'People with more than one subscription', fr: 'Personnes avec plus d’un abonnement' },
        sql: 'select user_id, count(*) as subscriptions from public.subscriptions group by user_id having count(*) > 1',
        as: 'check',
      },
      {
        name: 'profiles',
        label: { en: 'Accounts with more than one profile', fr: 'Comptes avec plus d’un profil' },
        sql: 'select user_id, count(*) as profiles from public.profiles group by user_id having count(*) > 1',
        as: 'check',
      },
      {
        name: 'ownerless',
        label: { en: 'Rows that belong to nobody', fr: 'Lignes qui n’appartiennent à personne' },
        sql: `
          select 'interview_sessions' as "table", id from public.interview_sessions where user_id is null
          union all select 'interview_turns', id from public.interview_turns where session_id is null
          union all select 'interview_transcripts', id from public.interview_transcripts where user_id is null
          union all select 'resume_generations', id from public.resume_generations where user_id is null
          union all select 'resume_downloads', id from public.resume_downloads where generation_id is null
          union all select 'subscriptions', id from public.subscriptions where user_id is null
          union all select 'usage_tracking', id from public.usage_tracking where user_id is null`,
        as: 'check',
      },
      {
        name: 'generations',
        label: { en: 'Resumes whose status and times disagree', fr: 'CV dont le statut et les dates se contredisent' },
        sql: `
          select id, user_id, generation_status, completed_at from public.resume_generations
          where (generation_status = 'processing') = (completed_at is not null)`,
        as: 'check',
        rows: { table: 'resume_generations' },
      },
    ],
  },
]
