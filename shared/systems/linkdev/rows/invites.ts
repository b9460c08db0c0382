// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Invitations to join an organisation. A pending one keeps a seat. */
export interface InvitesRow {
  readonly id: string
  readonly org_id: string
  readonly email: string
  readonly role: 'member' | 'viewer'
  /** The secret part of the link in the e-mail: 256 bits that cannot be guessed. */
  readonly token: string
  /** An invitation that was let lapse is set to expired once a day. */
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired'
  readonly invited_by: string | null
  readonly accepted_by: string | null
  /** The link stops working at this time. */
  readonly expires_at: string
  readonly accepted_at: string | null
  readonly created_at: string
  readonly updated_at: string
}
