import type { Label, TableManifest } from '#shared/systems/manifest.ts'

const learning: Label = { en: 'Learning', fr: 'Apprentissage' }
const people: Label = { en: 'Learners', fr: 'Apprenants' }
const community: Label = { en: 'Community', fr: 'Communauté' }
const sessions: Label = { en: 'Live sessions', fr: 'Sessions en direct' }
const billing: Label = { en: 'Billing', fr: 'Facturation' }
const records: Label = { en: 'Records', fr: 'Journaux' }

/** Names of the tables, in the order of the side bar. What grows every day is kept here for a while only. */
export const tables: Readonly<Record<string, TableManifest>> = {
  lessons: {
    label: { en: 'Lessons', fr: 'Leçons' },
    one: { en: 'Lesson', fr: 'Leçon' },
    group: learning,
    name: 'title',
    list: ['level_id', 'order_index', 'title', 'difficulty', 'xp_reward', 'is_active', 'content_version', 'updated_at'],
  },
  achievements: {
    label: { en: 'Achievements', fr: 'Succès' },
    one: { en: 'Achievement', fr: 'Succès' },
    group: learning,
    name: 'title',
    list: ['title', 'code', 'category', 'rarity', 'xp_reward', 'is_active'],
  },
  lesson_popularity: {
    label: { en: 'Popularity of lessons', fr: 'Popularité des leçons' },
    one: { en: 'Lesson', fr: 'Leçon' },
    group: learning,
    name: 'title',
    list: ['popularity_rank', 'title', 'completions', 'avg_score'],
  },
  user_profiles: {
    label: { en: 'People', fr: 'Personnes' },
    one: { en: 'Person', fr: 'Personne' },
    group: people,
    name: 'full_name',
    list: ['full_name', 'role', 'current_level', 'total_xp', 'preferred_language', 'trading_experience', 'created_at'],
  },
  user_progress: {
    label: { en: 'Progress', fr: 'Progression' },
    one: { en: 'Progress', fr: 'Progression' },
    group: people,
    list: ['user_id', 'lesson_id', 'completed', 'score', 'xp_earned', 'attempts_count', 'completed_at'],
  },
  user_achievements: {
    label: { en: 'Unlocked achievements', fr: 'Succès débloqués' },
    one: { en: 'Unlocked achievement', fr: 'Succès débloqué' },
    group: people,
    list: ['user_id', 'achievement_id', 'unlocked_at', 'progress_value'],
  },
  user_streaks: {
    label: { en: 'Streaks', fr: 'Séries' },
    one: { en: 'Streak', fr: 'Série' },
    group: people,
    list: ['user_id', 'current_streak', 'longest_streak', 'last_activity_date', 'last_streak_reset'],
  },
  leaderboard: {
    label: { en: 'Leaderboard', fr: 'Classement' },
    one: { en: 'Place', fr: 'Place' },
    group: people,
    list: ['period', 'period_start_date', 'rank', 'user_id', 'xp_points', 'lessons_completed', 'streak_days'],
    scope: { days: 180, by: 'period_end_date' },
  },
  user_learning_stats: {
    label: { en: 'Learning in numbers', fr: 'Apprentissage en chiffres' },
    one: { en: 'Learner', fr: 'Apprenant' },
    group: people,
    list: ['user_id', 'completed_lessons', 'total_xp', 'last_activity'],
  },
  community_posts: {
    label: { en: 'Posts', fr: 'Publications' },
    one: { en: 'Post', fr: 'Publication' },
    group: community,
    name: 'title',
    list: [
      'title',
      'author_id',
      'post_type',
      'category',
      'comments_count',
      'upvotes_count',
      'downvotes_count',
      'is_pinned',
      'is_locked',
      'is_deleted',
      'last_activity_at',
    ],
  },
  community_comments: {
    label: { en: 'Comments', fr: 'Commentaires' },
    one: { en: 'Comment', fr: 'Commentaire' },
    group: community,
    name: 'content',
    list: [
      'post_id',
      'author_id',
      'content',
      'parent_comment_id',
      'upvotes_count',
      'downvotes_count',
      'is_deleted',
      'created_at',
    ],
  },
  community_votes: {
    label: { en: 'Votes', fr: 'Votes' },
    one: { en: 'Vote', fr: 'Vote' },
    group: community,
    list: ['user_id', 'target_type', 'target_id', 'vote_type', 'created_at'],
    scope: { days: 90, by: 'created_at' },
  },
  live_sessions: {
    label: { en: 'Live sessions', fr: 'Sessions en direct' },
    one: { en: 'Live session', fr: 'Session en direct' },
    group: sessions,
    name: 'title',
    list: [
      'title',
      'host_id',
      'session_type',
      'status',
      'scheduled_at',
      'duration',
      'current_participants',
      'max_participants',
    ],
  },
  session_participants: {
    label: { en: 'Participants', fr: 'Participants' },
    one: { en: 'Participant', fr: 'Participant' },
    group: sessions,
    list: ['session_id', 'user_id', 'attendance_status', 'joined_at', 'left_at', 'feedback_rating'],
  },
  subscription_plans: {
    label: { en: 'Plans', fr: 'Formules' },
    one: { en: 'Plan', fr: 'Formule' },
    group: billing,
    name: 'name',
    list: ['name', 'plan_type', 'price', 'currency', 'trial_days', 'level_access_limit', 'is_active'],
  },
  user_subscriptions: {
    label: { en: 'Subscriptions', fr: 'Abonnements' },
    one: { en: 'Subscription', fr: 'Abonnement' },
    group: billing,
    list: ['user_id', 'plan_id', 'status', 'current_period_end', 'cancel_at_period_end', 'created_at'],
  },
  user_activity_log: {
    label: { en: 'Activity log', fr: 'Journal d’activité' },
    one: { en: 'Activity', fr: 'Activité' },
    group: records,
    list: ['created_at', 'user_id', 'activity_type', 'entity_type', 'metadata'],
    scope: { days: 60, by: 'created_at' },
  },
}
