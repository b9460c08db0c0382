// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Workspaces of customers: each person has a personal one, teams have more. */
export interface OrganizationsRow {
  readonly id: string
  readonly name: string
  /** The first of its owners, who answers for it. */
  readonly owner_id: string
  /** Made with its owner's account; never has another owner. */
  readonly is_personal: boolean
  readonly org_type: 'personal' | 'business' | 'family' | 'education' | 'other'
  /** Its name in addresses: lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly description: string | null
  readonly avatar_url: string | null
  /** What the organisation has set for itself, as JSON. */
  readonly settings: unknown
  readonly created_at: string
  readonly updated_at: string
}
