// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Single permissions of staff, beyond what their role gives. Revoked ones are kept. */
export interface UserPermissionsRow {
  readonly id: string
  readonly user_id: string
  readonly permission: 'content.moderate' | 'requests.manage' | 'users.manage' | 'billing.manage' | 'emails.manage' | 'activity.read'
  /** Why it was granted. */
  readonly reason: string | null
  /** Empty when it came with the system, or the person has left. */
  readonly granted_by: string | null
  readonly granted_at: string
  readonly revoked_by: string | null
  /** Empty while the permission holds. */
  readonly revoked_at: string | null
  /** Why it was taken back. */
  readonly revoke_reason: string | null
}
