// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

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
