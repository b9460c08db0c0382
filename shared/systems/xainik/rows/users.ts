// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { UserRole } from './enums.ts'

/** Everybody with an account: veterans, recruiters, supporters and staff. */
export interface UsersRow {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly phone: string | null
  /** Town and country, as the person writes it. */
  readonly location: string | null
  /** The language in which the person is written to. */
  readonly language: 'en' | 'fr'
  /** What the person is here. Staff: moderator (content and requests, and single permissions) and admin (everything). */
  readonly role: UserRole
  /** The change that set the role; its activity entry carries the same id. */
  readonly role_change_id: string | null
  /** Off: the person can read their own rows and do nothing more. */
  readonly is_active: boolean
  readonly last_seen_at: string | null
  readonly created_at: string
  readonly updated_at: string
}
