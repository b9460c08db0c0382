import type { DashboardManifest, Label } from '#shared/systems/manifest.ts'

const number: Label = { en: 'Number', fr: 'Nombre' }

/** The document's views as charts, and the sums that its counters promise. */
export const dashboards: readonly DashboardManifest[] = [
  {
    name: 'learning',
    label: { en: 'Learning', fr: 'Apprentissage' },
    charts: [
      {
        name: 'popular-lessons',
        label: { en: 'Popular lessons', fr: 'Leçons les plus suivies' },
        sql: `select title, completions as number, round(avg_score, 1) as score
          from public.lesson_popularity order by popularity_rank, title limit 12`,
        as: 'bars',
        x: 'title',
        y: { number: { en: 'Completed', fr: 'Terminée' } },
      },
      {
        name: 'top-learners',
        label: { en: 'Who has learned most', fr: 'Meilleurs apprenants' },
        sql: `select coalesce(p.full_name, '—') as person, s.completed_lessons, s.total_xp, s.last_activity::date::text as last
          from public.user_learning_stats s join public.user_profiles p on p.id = s.user_id
          order by s.total_xp desc, s.user_id limit 15`,
        as: 'table',
        x: 'person',
        y: {
          completed_lessons: { en: 'Lessons', fr: 'Leçons' },
          total_xp: { en: 'XP', fr: 'XP' },
        },
      },
      {
        name: 'levels',
        label: { en: 'Learners by level', fr: 'Apprenants par niveau' },
        sql: `select current_level::text as level, count(*) as number
          from public.user_profiles where role = 'learner' group by current_level order by current_level`,
        as: 'bars',
        x: 'level',
        y: { number },
        rows: {
          table: 'user_profiles',
          filter: { column: 'role', is: 'is', value: 'learner' },
          column: 'current_level',
        },
      },
      {
        name: 'completions',
        label: { en: 'Lessons completed by week', fr: 'Leçons terminées par semaine' },
        sql: `select period_start_date::text as week, sum(lessons_completed) as number
          from public.leaderboard where period = 'weekly' group by 1 order by 1`,
        as: 'line',
        x: 'week',
        y: { number },
      },
      {
        name: 'leaderboard',
        label: { en: 'This week’s leaderboard', fr: 'Classement de la semaine' },
        sql: `select coalesce(p.full_name, '—') as person, l.xp_points as xp, l.lessons_completed as lessons, l.streak_days as streak
          from public.leaderboard l join public.user_profiles p on p.id = l.user_id
          where l.period = 'weekly' and l.period_start_date = date_trunc('week', now() at time zone 'UTC')::date
          order by l.xp_points desc, l.user_id limit 10`,
        as: 'table',
        x: 'person',
        y: { xp: { en: 'XP', fr: 'XP' } },
      },
    ],
  },
  {
    name: 'community',
    label: { en: 'Community and sessions', fr: 'Communauté et sessions' },
    charts: [
      {
        name: 'posts',
        label: { en: 'Posts by month', fr: 'Publications par mois' },
        sql: `select to_char(created_at at time zone 'UTC', 'YYYY-MM') as month, count(*) as number
          from public.community_posts group by 1 order by 1`,
        as: 'line',
        x: 'month',
        y: { number },
      },
      {
        name: 'attendance',
        label: { en: 'Who came to sessions', fr: 'Présence aux sessions' },
        sql: `select p.attendance_status as status, count(*) as number
          from public.session_participants p join public.live_sessions s on s.id = p.session_id
          where s.status = 'ended' group by 1 order by 2 desc`,
        as: 'bars',
        x: 'status',
        y: { number },
      },
      {
        name: 'ratings',
        label: { en: 'Average rating of sessions', fr: 'Note moyenne des sessions' },
        sql: `select coalesce(round(avg(feedback_rating), 1), 0) as number from public.session_participants`,
        as: 'number',
        y: { number: { en: 'Out of 5', fr: 'Sur 5' } },
      },
    ],
  },
  {
    name: 'subscriptions',
    label: { en: 'Subscriptions', fr: 'Abonnements' },
    charts: [
      {
        name: 'by-status',
        label: { en: 'Subscriptions by status', fr: 'Abonnements par statut' },
        sql: `select status::text as status, count(*) as number from public.user_subscriptions group by status order by status`,
        as: 'bars',
        x: 'status',
        y: { number },
        rows: { table: 'user_subscriptions', column: 'status' },
      },
      {
        name: 'by-plan',
        label: { en: 'Running subscriptions by plan', fr: 'Abonnements en cours par formule' },
        sql: `select p.name as plan, count(*) as number
          from public.user_subscriptions s join public.subscription_plans p on p.id = s.plan_id
          where s.status in ('active', 'trialing', 'past_due') group by p.name order by 2 desc, 1`,
        as: 'bars',
        x: 'plan',
        y: { number },
      },
    ],
  },
  {
    name: 'health',
    label: { en: 'Health', fr: 'Santé' },
    charts: [
      {
        name: 'comments-miscounted',
        label: { en: 'Posts whose comments are miscounted', fr: 'Publications aux commentaires mal comptés' },
        sql: `select p.id, p.title, p.comments_count, count(c.id) as there
          from public.community_posts p left join public.community_comments c on c.post_id = p.id and not c.is_deleted
          group by p.id having p.comments_count <> count(c.id)`,
        as: 'check',
        rows: { table: 'community_posts' },
      },
      {
        name: 'participants-miscounted',
        label: { en: 'Sessions whose participants are miscounted', fr: 'Sessions aux participants mal comptés' },
        sql: `select s.id, s.title, s.current_participants, count(p.id) as there
          from public.live_sessions s
          left join public.session_participants p on p.session_id = s.id and p.attendance_status <> 'waitlisted'
          group by s.id having s.current_participants <> count(p.id)`,
        as: 'check',
        rows: { table: 'live_sessions' },
      },
      {
        name: 'levels-wrong',
        label: { en: 'People whose level is not that of their XP', fr: 'Personnes dont le niveau ne suit pas les XP' },
        sql: `select id, full_name, total_xp, current_level from public.user_profiles
          where current_level <> public.calculate_user_level(total_xp)`,
        as: 'check',
        rows: { table: 'user_profiles' },
      },
      {
        name: 'leaderboard-wrong',
        label: {
          en: 'Recent weeks whose leaderboard differs from the lessons',
          fr: 'Semaines récentes où le classement diffère des leçons',
        },
        sql: `select l.user_id, l.period_start_date, l.xp_points, coalesce(sum(p.xp_earned), 0) as earned
          from public.leaderboard l
          left join public.user_progress p on p.user_id = l.user_id and p.completed
            and date_trunc('week', p.completed_at at time zone 'UTC')::date = l.period_start_date
          where l.period = 'weekly' and l.period_start_date > (now() at time zone 'UTC')::date - 56
          group by l.id, l.user_id, l.period_start_date, l.xp_points
          having l.xp_points <> coalesce(sum(p.xp_earned), 0)`,
        as: 'check',
      },
    ],
  },
]
