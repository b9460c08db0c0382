// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type SubscriptionStatus = 'active' | 'past_due' | 'canceled' | 'unpaid' | 'trialing'

/** What learners can achieve beside lessons. */
export interface AchievementsRow {
  readonly id: string
  /** The name by which the product's code knows it. */
  readonly code: string
  readonly title: string
  readonly description: string
  readonly icon_url: string | null
  readonly category: string | null
  /** The XP that it brings to who unlocks it. */
  readonly xp_reward: number | null
  /** What has to be done for it, as the product reads it. */
  readonly requirements: unknown | null
  readonly rarity: 'common' | 'rare' | 'epic' | 'legendary' | null
  /** Off: nobody can unlock it any more. Who has it keeps it. */
  readonly is_active: boolean | null
  readonly created_at: string | null
}

/** Comments on posts, and replies to comments. */
export interface CommunityCommentsRow {
  readonly id: string
  readonly post_id: string
  readonly author_id: string
  /** The comment that it answers; empty for one on the post itself. */
  readonly parent_comment_id: string | null
  readonly content: string
  /** The upvotes in community_votes. The database keeps it. */
  readonly upvotes_count: number | null
  /** The downvotes in community_votes. The database keeps it. */
  readonly downvotes_count: number | null
  /** On: removed. Replies to it stay. */
  readonly is_deleted: boolean | null
  /** Why it was removed. The author reads it. */
  readonly deleted_reason: string | null
  readonly deleted_by: string | null
  readonly deleted_at: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** What learners ask and discuss, each post with its thread of comments. */
export interface CommunityPostsRow {
  readonly id: string
  readonly author_id: string
  readonly title: string
  readonly content: string | null
  readonly post_type: 'discussion' | 'question' | 'announcement' | null
  readonly category: string | null
  readonly tags: readonly string[] | null
  /** On: stands above all others of its category. */
  readonly is_pinned: boolean | null
  /** On: nobody can comment on it any more. */
  readonly is_locked: boolean | null
  /** The upvotes in community_votes. The database keeps it. */
  readonly upvotes_count: number | null
  /** The downvotes in community_votes. The database keeps it. */
  readonly downvotes_count: number | null
  /** The comments that are not removed. The database keeps it. */
  readonly comments_count: number | null
  readonly views_count: number | null
  /** When it was written, or last commented on. */
  readonly last_activity_at: string | null
  readonly metadata: unknown | null
  /** On: removed by staff. Its author still sees it, with the reason. */
  readonly is_deleted: boolean
  /** Why it was removed. The author reads it. */
  readonly deleted_reason: string | null
  readonly deleted_by: string | null
  readonly deleted_at: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Who has voted on what, once each. */
export interface CommunityVotesRow {
  readonly id: string
  readonly user_id: string
  /** Whether target_id is a post or a comment. */
  readonly target_type: 'post' | 'comment'
  /** The id of the post or comment. */
  readonly target_id: string
  readonly vote_type: 'upvote' | 'downvote'
  readonly created_at: string | null
}

/** XP and completed lessons of each learner, by period. The database keeps the weeks. */
export interface LeaderboardRow {
  readonly id: string
  readonly user_id: string
  readonly period: 'daily' | 'weekly' | 'monthly' | 'all_time'
  /** The XP of the lessons completed in the period. */
  readonly xp_points: number | null
  readonly lessons_completed: number | null
  /** The learner's streak at the last completion in the period. */
  readonly streak_days: number | null
  /** The place in the period, 1 is the first; filled in by rank_leaderboard. */
  readonly rank: number | null
  /** Percent of the period's learners with fewer XP. */
  readonly percentile: string | null
  /** The first day, in UTC; weeks begin on Monday. */
  readonly period_start_date: string
  /** The last day of the period. */
  readonly period_end_date: string
  readonly updated_at: string | null
}

/** How often each published lesson was completed, and with which score on average. */
export interface LessonPopularityRow {
  readonly id: string | null
  readonly title: string | null
  readonly completions: string | null
  readonly avg_score: string | null
  readonly popularity_rank: string | null
}

/** The course: levels, in each of them gates, and at each gate a lesson. */
export interface LessonsRow {
  readonly id: string
  /** The level, from 1. */
  readonly level_id: number
  /** The gate within the level, from 1. Progress is kept by level and gate. */
  readonly gate_id: number
  readonly title: string
  readonly subtitle: string | null
  readonly description: string | null
  readonly content_type: string | null
  /** What is taught: {"sections": [{"type", "title", "body" or "url"}]}. */
  readonly content_data: unknown
  /** The questions: {"passing_score", "questions": [{"prompt", "options", "correct", "explanation"}]}; correct counts from 0. */
  readonly assessment_data: unknown | null
  /** The XP that its completion earns. */
  readonly xp_reward: number | null
  readonly estimated_time: string | null
  readonly difficulty: 'beginner' | 'intermediate' | 'advanced' | null
  /** The ids of the lessons that come before it. */
  readonly prerequisites: readonly string[] | null
  /** On: published. Off: a draft, which learners do not see. */
  readonly is_active: boolean | null
  /** Its place in its level, from 1. */
  readonly order_index: number | null
  /** Counts the edits of title, content and assessment. */
  readonly content_version: number
  readonly created_by: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Workshops, questions and answers, and presentations at a fixed time. */
export interface LiveSessionsRow {
  readonly id: string
  readonly title: string
  readonly description: string | null
  readonly host_id: string
  readonly session_type: 'workshop' | 'q&a' | 'presentation' | null
  readonly scheduled_at: string
  readonly duration: string
  /** How many can take part; -1 or empty: any number. Who comes later waits. */
  readonly max_participants: number | null
  /** Who has registered and does not wait for a place. The database keeps it. */
  readonly current_participants: number | null
  readonly meeting_url: string | null
  readonly recording_url: string | null
  readonly is_recorded: boolean | null
  readonly status: 'scheduled' | 'live' | 'ended' | 'cancelled' | null
  /** What a learner needs: {"min_level", "required_lessons"}. */
  readonly prerequisites: unknown | null
  readonly tags: readonly string[] | null
  /** What else is known, such as the reason of a cancellation. */
  readonly metadata: unknown | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Who has registered for a live session, and whether they came. */
export interface SessionParticipantsRow {
  readonly id: string
  readonly session_id: string
  readonly user_id: string
  /** When the person entered the session. */
  readonly joined_at: string | null
  /** When the person left the session. */
  readonly left_at: string | null
  readonly attendance_status: 'registered' | 'attended' | 'missed' | 'waitlisted' | null
  /** 1 (poor) to 5 (very good). */
  readonly feedback_rating: number | null
  readonly feedback_text: string | null
  readonly created_at: string | null
}

/** What is sold, and what each of it opens. */
export interface SubscriptionPlansRow {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly plan_type: 'monthly' | 'yearly' | 'lifetime' | null
  readonly price: string
  readonly currency: string | null
  readonly stripe_price_id: string | null
  /** The features that it includes, as the product reads them. */
  readonly features: unknown
  /** Off: nobody can choose it any more. Who has it keeps it. */
  readonly is_active: boolean | null
  readonly trial_days: number | null
  /** Seats of a team plan; -1: any number; empty for one person. */
  readonly max_users: number | null
  /** The highest level that it opens; -1: every level. */
  readonly level_access_limit: number | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Who has unlocked which achievement. */
export interface UserAchievementsRow {
  readonly id: string
  readonly user_id: string
  readonly achievement_id: string
  readonly unlocked_at: string | null
  /** Percent, or a count, of what was needed. */
  readonly progress_value: number | null
  /** The XP that it brought, and the reason where staff granted it. */
  readonly metadata: unknown | null
}

/** What learners and staff did. Nobody changes it; it leaves with the person. */
export interface UserActivityLogRow {
  readonly id: string
  /** Who did it. */
  readonly user_id: string
  /** What was done; names with a dot are acts of the staff. */
  readonly activity_type: 'login' | 'lesson_complete' | 'achievement_gain' | 'post_create' | 'session_join' | 'lesson.published' | 'lesson.unpublished' | 'lesson.edited' | 'lesson.moved' | 'post.pinned' | 'post.unpinned' | 'post.locked' | 'post.unlocked' | 'post.removed' | 'post.restored' | 'comment.removed' | 'comment.restored' | 'session.scheduled' | 'session.cancelled' | 'attendance.marked' | 'achievement.granted' | 'achievement.revoked' | 'xp.corrected' | 'streak.corrected' | 'subscription.changed'
  /** The table of the row that it was done to. */
  readonly entity_type: string | null
  /** The id of that row. */
  readonly entity_id: string | null
  /** What stood before and after, and the reason. */
  readonly metadata: unknown | null
  /** The sign-in during which it was done, as the product counts them. */
  readonly session_id: string | null
  readonly ip_address: string | null
  /** The browser, as it names itself. */
  readonly user_agent: string | null
  readonly created_at: string | null
}

/** What each learner has completed, and what it earned. */
export interface UserLearningStatsRow {
  readonly user_id: string | null
  readonly completed_lessons: string | null
  readonly total_xp: string | null
  readonly last_activity: string | null
}

/** Everybody with an account: learners and staff. */
export interface UserProfilesRow {
  readonly id: string
  readonly full_name: string | null
  readonly avatar_url: string | null
  readonly bio: string | null
  /** The name of the time zone in which sessions are shown to the person. */
  readonly timezone: string | null
  /** The language in which the person is written to. */
  readonly preferred_language: string | null
  /** How much the person had traded before, in their own words. */
  readonly trading_experience: string | null
  readonly trading_goals: readonly string[] | null
  /** The level that total_xp gives. The database keeps it. */
  readonly current_level: number | null
  /** XP of completed lessons and achievements, and corrections. The database keeps it. */
  readonly total_xp: number | null
  /** Staff: moderator (community and live sessions) and admin (everything). Learners may not use the console. */
  readonly role: 'learner' | 'moderator' | 'admin'
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** How far a learner has come at each gate. */
export interface UserProgressRow {
  readonly id: string
  readonly user_id: string
  readonly level_id: number
  readonly gate_id: number
  readonly lesson_id: string | null
  readonly completed: boolean | null
  /** Percent of the questions answered right, at the best attempt. */
  readonly score: number | null
  /** The lesson's XP at the moment of completion. The database fills it in. */
  readonly xp_earned: number | null
  readonly time_spent: string | null
  /** How often the learner has tried. */
  readonly attempts_count: number | null
  readonly last_attempt_at: string | null
  /** When it was completed. The database fills it in. */
  readonly completed_at: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** On how many days in a row a learner has completed a lesson. */
export interface UserStreaksRow {
  readonly id: string
  readonly user_id: string
  readonly current_streak: number | null
  readonly longest_streak: number | null
  /** The last day, in UTC, on which a lesson was completed. */
  readonly last_activity_date: string | null
  /** When the streak last began anew. */
  readonly last_streak_reset: string | null
  /** What the product notes about single days. */
  readonly streak_streak_data: unknown | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Who has which plan, in which state, until when. */
export interface UserSubscriptionsRow {
  readonly id: string
  readonly user_id: string
  readonly plan_id: string
  readonly stripe_subscription_id: string | null
  readonly status: SubscriptionStatus | null
  readonly current_period_start: string | null
  readonly current_period_end: string | null
  /** The end of the trial, empty without one. */
  readonly trial_end: string | null
  /** On: it ends with the period that is paid. */
  readonly cancel_at_period_end: boolean | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** A row of each table and view, by its name. */
export interface Rows {
  readonly 'public.achievements': AchievementsRow
  readonly 'public.community_comments': CommunityCommentsRow
  readonly 'public.community_posts': CommunityPostsRow
  readonly 'public.community_votes': CommunityVotesRow
  readonly 'public.leaderboard': LeaderboardRow
  readonly 'public.lesson_popularity': LessonPopularityRow
  readonly 'public.lessons': LessonsRow
  readonly 'public.live_sessions': LiveSessionsRow
  readonly 'public.session_participants': SessionParticipantsRow
  readonly 'public.subscription_plans': SubscriptionPlansRow
  readonly 'public.user_achievements': UserAchievementsRow
  readonly 'public.user_activity_log': UserActivityLogRow
  readonly 'public.user_learning_stats': UserLearningStatsRow
  readonly 'public.user_profiles': UserProfilesRow
  readonly 'public.user_progress': UserProgressRow
  readonly 'public.user_streaks': UserStreaksRow
  readonly 'public.user_subscriptions': UserSubscriptionsRow
}
