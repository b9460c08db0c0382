import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dracarys } from '#shared/systems/dracarys/manifest.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { databases } from './databases.ts'

const folder = join(import.meta.dirname, '../../../../migrations/systems/dracarys')

describe.each(databases)('the schema of dracarys on $engine', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  const names = async (sql: string) => (await db.query<{ name: string }>(sql)).map((row) => row.name)

  test('has the 15 tables and the two views of the document', async () => {
    const tables = await names(`select tablename as name from pg_tables where schemaname = 'public' order by 1`)
    expect(tables).toEqual(
      [
        'user_profiles user_progress lessons achievements user_achievements leaderboard user_streaks user_activity_log',
        'community_posts community_comments community_votes live_sessions session_participants subscription_plans',
        'user_subscriptions',
      ]
        .flatMap((line) => line.split(' '))
        .sort(),
    )
    expect(await names(`select viewname as name from pg_views where schemaname = 'public' order by 1`)).toEqual([
      'lesson_popularity',
      'user_learning_stats',
    ])
  })

  test('knows the five values of each type', async () => {
    const values = (type: string) => names(`select unnest(enum_range(null::${type}))::text as name`)
    expect(await values('activity_type')).toEqual([
      ...['login', 'lesson_complete', 'achievement_gain', 'post_create', 'session_join'],
    ])
    expect(await values('subscription_status')).toEqual(['active', 'past_due', 'canceled', 'unpaid', 'trialing'])
  })

  test('has every column of the document, with its type, its default and whether it may be empty', async () => {
    const made = await names(
      `select c.table_name || ': ' || string_agg(c.column_name, ' ' order by c.ordinal_position) as name
       from information_schema.columns c join pg_tables t on t.tablename = c.table_name and t.schemaname = 'public'
       where c.table_schema = 'public' group by c.table_name order by 1`,
    )
    expect(made).toEqual([
      'achievements: id code title description icon_url category xp_reward requirements rarity is_active created_at',
      'community_comments: id post_id author_id parent_comment_id content upvotes_count downvotes_count is_deleted deleted_reason deleted_by deleted_at created_at updated_at',
      'community_posts: id author_id title content post_type category tags is_pinned is_locked upvotes_count downvotes_count comments_count views_count last_activity_at metadata is_deleted deleted_reason deleted_by deleted_at created_at updated_at',
      'community_votes: id user_id target_type target_id vote_type created_at',
      'leaderboard: id user_id period xp_points lessons_completed streak_days rank percentile period_start_date period_end_date updated_at',
      'lessons: id level_id gate_id title subtitle description content_type content_data assessment_data xp_reward estimated_time difficulty prerequisites is_active order_index content_version created_by created_at updated_at',
      'live_sessions: id title description host_id session_type scheduled_at duration max_participants current_participants meeting_url recording_url is_recorded status prerequisites tags metadata created_at updated_at',
      'session_participants: id session_id user_id joined_at left_at attendance_status feedback_rating feedback_text created_at',
      'subscription_plans: id name description plan_type price currency stripe_price_id features is_active trial_days max_users level_access_limit created_at updated_at',
      'user_achievements: id user_id achievement_id unlocked_at progress_value metadata',
      'user_activity_log: id user_id activity_type entity_type entity_id metadata session_id ip_address user_agent created_at',
      'user_profiles: id full_name avatar_url bio timezone preferred_language trading_experience trading_goals current_level total_xp role created_at updated_at',
      'user_progress: id user_id level_id gate_id lesson_id completed score xp_earned time_spent attempts_count last_attempt_at completed_at created_at updated_at',
      'user_streaks: id user_id current_streak longest_streak last_activity_date last_streak_reset streak_streak_data created_at updated_at',
      'user_subscriptions: id user_id plan_id stripe_subscription_id status current_period_start current_period_end trial_end cancel_at_period_end created_at updated_at',
    ])
    const facts = await db.query<{ name: string; type: string; default: string | null; empty: string }>(
      `select table_name || '.' || column_name as name, udt_name as type, column_default as default, is_nullable as empty
       from information_schema.columns where table_schema = 'public'`,
    )
    const of = new Map(facts.map(({ name, ...fact }) => [name, fact]))
    for (const [name, type, byDefault, empty] of [
      ['user_profiles.trading_goals', '_text', null, 'YES'],
      ['user_progress.time_spent', 'interval', null, 'YES'],
      ['user_progress.attempts_count', 'int4', '1', 'YES'],
      ['lessons.content_data', 'jsonb', null, 'NO'],
      ['lessons.prerequisites', '_uuid', null, 'YES'],
      ['achievements.code', 'varchar', null, 'NO'],
      ['user_achievements.progress_value', 'int4', '100', 'YES'],
      ['leaderboard.percentile', 'numeric', null, 'YES'],
      ['user_activity_log.ip_address', 'inet', null, 'YES'],
      ['live_sessions.duration', 'interval', null, 'NO'],
      ['subscription_plans.price', 'numeric', null, 'NO'],
      ['subscription_plans.level_access_limit', 'int4', '99', 'YES'],
      ['user_subscriptions.status', 'subscription_status', `'active'::subscription_status`, 'YES'],
    ] as const) {
      expect(of.get(name), name).toEqual({ type, default: byDefault, empty })
    }
  })

  test('has the indexes of the document, and one on every foreign key', async () => {
    const missing = await names(
      `select conrelid::regclass || '.' || conname as name from pg_constraint c
       where contype = 'f' and connamespace = 'public'::regnamespace and not exists (
         select from pg_index i where i.indrelid = c.conrelid and i.indpred is null
           and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] @> c.conkey)`,
    )
    expect(missing).toEqual([])
    const indexes = await names(`select indexname as name from pg_indexes where schemaname = 'public'`)
    expect(indexes).toEqual(
      expect.arrayContaining(
        [
          'user_progress_user user_progress_level user_progress_completed lessons_active lessons_level_order',
          'lessons_content_type user_achievements_user user_achievements_unlocked leaderboard_period_rank',
          'leaderboard_user_period user_streaks_user user_streaks_reset activity_log_user_time activity_log_type',
          'activity_log_session posts_author posts_category posts_pinned posts_activity comments_post comments_author',
          'votes_target sessions_host sessions_scheduled sessions_status session_participants_session',
          'subscription_plans_active user_subscriptions_user user_subscriptions_status',
        ].flatMap((line) => line.split(' ').map((name) => `idx_${name}`)),
      ),
    )
  })

  test('keeps updated_at wherever there is one', async () => {
    const withoutTrigger = await names(
      `select c.table_name as name from information_schema.columns c join pg_tables t on t.tablename = c.table_name
       where c.table_schema = 'public' and t.schemaname = 'public' and column_name = 'updated_at' and not exists (
         select from pg_trigger t where t.tgrelid = ('public.' || c.table_name)::regclass
           and tgfoid = 'public.update_updated_at_column'::regproc)`,
    )
    expect(withoutTrigger).toEqual([])
  })

  test('guards every table by policies, and shows strangers only what is published and sold', async () => {
    const open = await names(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(open).toEqual([])
    const anonymous = await names(
      `select distinct table_name || ' ' || privilege_type as name from information_schema.column_privileges
       where table_schema = 'public' and grantee in ('anon', 'PUBLIC') order by 1`,
    )
    expect(anonymous).toEqual(['achievements SELECT', 'lessons SELECT', 'subscription_plans SELECT'])
    const callable = await names(
      `select proname as name from pg_proc
       where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')`,
    )
    expect(callable).toEqual([])
  })

  test('explains every table, every view and every function in a comment', async () => {
    const silent = await names(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')
         and obj_description(oid, 'pg_class') is null
       union all
       select proname from pg_proc where pronamespace in ('public'::regnamespace, 'dracarys'::regnamespace)
         and obj_description(oid, 'pg_proc') is null`,
    )
    expect(silent).toEqual([])
  })

  test('fixes the search path of every function', async () => {
    const loose = await names(
      `select proname as name from pg_proc
       where pronamespace in ('public'::regnamespace, 'dracarys'::regnamespace)
         and not coalesce(proconfig @> array['search_path=""'], false)`,
    )
    expect(loose).toEqual([])
  })

  test('tells the console the number of its last migration', async () => {
    const last = (await readdir(folder)).sort().at(-1)
    const version = String(Number.parseInt(last ?? '', 10))
    const [row] = await db.query<{ system: unknown }>('select console_system() as system')
    expect(row?.system).toEqual({ system: 'dracarys', version })
    expect(dracarys.schemaVersion).toBe(version)
  })
})
