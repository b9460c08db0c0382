// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { NotificationChannel, UserStatus } from './enums.ts'

/** Clients: people who have registered to buy a service. */
export interface ProfilesRow {
  readonly id: string
  readonly email: string
  readonly full_name: string
  readonly phone: string | null
  /** Country of residence, two letters (ISO 3166). */
  readonly country: string | null
  /** The language in which the client is written to. */
  readonly language: 'en' | 'fr'
  /** SUSPENDED until the first order is paid, ACTIVE after. */
  readonly status: UserStatus
  /** Ways in which the client wants to be notified. */
  readonly notification_channels: readonly NotificationChannel[]
  readonly created_at: string
  readonly updated_at: string
}
