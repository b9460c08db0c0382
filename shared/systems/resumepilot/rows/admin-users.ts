// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Staff: the people who may use the console. */
export interface AdminUsersRow {
  readonly id: string
  readonly user_id: string | null
  readonly email: string
  /** admin: sees everything, and does what the permissions name. super_admin: everything. */
  readonly role: 'admin' | 'super_admin' | null
  /** What an admin may do, each true: usage, generations, subscriptions, retention, people. suspended true: nothing at all. */
  readonly permissions: unknown | null
  readonly created_at: string | null
}
