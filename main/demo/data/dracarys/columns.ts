import type { Rows } from '#shared/systems/dracarys/rows/rows.ts'
import { authUserColumns } from '../auth-user.ts'
import type { RowSink } from '../row-sink.ts'

const words = (text: string): readonly string[] => text.split(' ')
const removal = 'is_deleted deleted_reason deleted_by deleted_at created_at updated_at'

/** The columns that the generator writes, by table. What is not here keeps its default. */
export const columns = {
  'auth.users': authUserColumns,
  'public.user_profiles': words(
    'id full_name bio timezone preferred_language trading_experience trading_goals current_level total_xp role created_at updated_at',
  ),
  'public.lessons': words(
    'id level_id gate_id title subtitle description content_type content_data assessment_data xp_reward estimated_time difficulty prerequisites is_active order_index content_version created_by created_at updated_at',
  ),
  'public.user_progress': words(
    'id user_id level_id gate_id lesson_id completed score xp_earned time_spent attempts_count last_attempt_at completed_at created_at updated_at',
  ),
  'public.achievements': words('id code title description category xp_reward requirements rarity is_active created_at'),
  'public.user_achievements': words('id user_id achievement_id unlocked_at progress_value metadata'),
  'public.leaderboard': words(
    'id user_id period xp_points lessons_completed streak_days period_start_date period_end_date updated_at',
  ),
  'public.user_streaks': words(
    'id user_id current_streak longest_streak last_activity_date last_streak_reset created_at updated_at',
  ),
  'public.community_posts': words(
    `id author_id title content post_type category tags is_pinned is_locked upvotes_count downvotes_count comments_count views_count last_activity_at ${removal}`,
  ),
  'public.community_comments': words(
    `id post_id author_id parent_comment_id content upvotes_count downvotes_count ${removal}`,
  ),
  'public.community_votes': words('id user_id target_type target_id vote_type created_at'),
  'public.live_sessions': words(
    'id title description host_id session_type scheduled_at duration max_participants current_participants meeting_url recording_url is_recorded status prerequisites tags metadata created_at updated_at',
  ),
  'public.session_participants': words(
    'id session_id user_id joined_at left_at attendance_status feedback_rating feedback_text created_at',
  ),
  'public.subscription_plans': words(
    'id name description plan_type price currency stripe_price_id features is_active trial_days max_users level_access_limit created_at updated_at',
  ),
  'public.user_subscriptions': words(
    'id user_id plan_id stripe_subscription_id status current_period_start current_period_end trial_end cancel_at_period_end created_at updated_at',
  ),
  'public.user_activity_log': words(
    'id user_id activity_type entity_type entity_id metadata session_id ip_address user_agent created_at',
  ),
} as const satisfies Record<string, readonly string[]>

export type Table = keyof typeof columns

/** Where this system's rows go: only into columns that its tables have. */
export type Sink = RowSink<Table, Rows>
