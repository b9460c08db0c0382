// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** What people write to each other. Only the two of them and admins read it. */
export interface UserMessagesRow {
  readonly id: string
  /** Who wrote it. */
  readonly user_id: string
  readonly recipient_user_id: string
  readonly message_text: string
  readonly created_at: string
}
