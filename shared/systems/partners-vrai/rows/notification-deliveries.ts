// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { NotificationChannel, NotificationStatus } from './enums.ts'

/** A notification on its way through one channel. */
export interface NotificationDeliveriesRow {
  readonly id: string
  readonly notification_id: string
  readonly channel: NotificationChannel
  readonly status: NotificationStatus
  /** Why the last try failed. */
  readonly error: string | null
  readonly sent_at: string | null
  readonly created_at: string
}
