// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Who changed what, from what, to what. No one can change or delete an entry. */
export interface AuditLogsRow {
  readonly id: string
  /** The organisation that it concerns; empty for what concerns all. */
  readonly org_id: string | null
  /** The person who did it; empty for the system. */
  readonly actor_id: string | null
  /** staff: from the console. user: a customer. system: a job or a webhook. */
  readonly actor_type: 'staff' | 'user' | 'system'
  readonly action: 'created' | 'updated' | 'deleted' | 'member_invited' | 'invite_revoked' | 'member_role_changed' | 'member_removed' | 'plan_changed' | 'seats_changed' | 'subscription_canceled' | 'subscription_resumed' | 'plan_feature_changed' | 'account_type_changed' | 'reminder_completed' | 'notification_settled'
  /** The table of what was changed. */
  readonly entity_type: string
  /** The row of that table. */
  readonly entity_id: string
  /** The changed columns as they were before. */
  readonly old_values: unknown | null
  /** The changed columns as they were after. */
  readonly new_values: unknown | null
  readonly metadata: unknown
  readonly created_at: string
}
