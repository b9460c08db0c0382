// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Staff: the people who may use the console. */
export interface AgentsRow {
  readonly id: string
  readonly email: string
  readonly full_name: string
  /** agent: daily work. super_admin: also the catalogue, the staff and the payment events. */
  readonly role: 'agent' | 'super_admin'
  /** Off: the person can sign in but sees and does nothing as staff. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}
