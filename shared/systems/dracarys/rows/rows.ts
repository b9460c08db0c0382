// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { AchievementsRow } from './achievements.ts'
import type { CommunityCommentsRow } from './community-comments.ts'
import type { CommunityPostsRow } from './community-posts.ts'
import type { CommunityVotesRow } from './community-votes.ts'
import type { LeaderboardRow } from './leaderboard.ts'
import type { LessonPopularityRow } from './lesson-popularity.ts'
import type { LessonsRow } from './lessons.ts'
import type { LiveSessionsRow } from './live-sessions.ts'
import type { SessionParticipantsRow } from './session-participants.ts'
import type { SubscriptionPlansRow } from './subscription-plans.ts'
import type { UserAchievementsRow } from './user-achievements.ts'
import type { UserActivityLogRow } from './user-activity-log.ts'
import type { UserLearningStatsRow } from './user-learning-stats.ts'
import type { UserProfilesRow } from './user-profiles.ts'
import type { UserProgressRow } from './user-progress.ts'
import type { UserStreaksRow } from './user-streaks.ts'
import type { UserSubscriptionsRow } from './user-subscriptions.ts'

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
