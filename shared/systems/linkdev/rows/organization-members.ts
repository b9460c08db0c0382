// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Who belongs to which organisation, and what they may do there. */
export interface OrganizationMembersRow {
  readonly id: string
  readonly org_id: string
  readonly user_id: string
  /** owner: everything, billing and members included. member: uses all features. viewer: only reads. */
  readonly role: 'owner' | 'member' | 'viewer'
  /** Empty for who made the organisation. */
  readonly invited_by: string | null
  readonly created_at: string
  readonly updated_at: string
}
