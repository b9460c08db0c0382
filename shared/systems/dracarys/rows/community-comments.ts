// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

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
