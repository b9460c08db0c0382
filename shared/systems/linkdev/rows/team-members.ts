// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** The members of organisations with their names, for who belongs to them and for staff. */
export interface TeamMembersRow {
  readonly id: string | null
  readonly org_id: string | null
  readonly user_id: string | null
  readonly role: string | null
  readonly created_at: string | null
  readonly display_name: string | null
  readonly full_name: string | null
  readonly email: string | null
  readonly avatar_url: string | null
}
