// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

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
