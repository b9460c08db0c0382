// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

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
