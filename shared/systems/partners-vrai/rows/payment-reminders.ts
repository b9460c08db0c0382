// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ActorType, NotificationChannel } from './enums.ts'

/** Reminders to suspended clients about an unpaid order, at most one every 3 days. */
export interface PaymentRemindersRow {
  readonly id: string
  readonly user_id: string
  readonly order_id: string
  readonly channel: NotificationChannel
  readonly sent_by_type: ActorType
  readonly sent_by_id: string | null
  /** When it was decided to send it. */
  readonly sent_at: string
  /** When the server had it: later than the decision if that was made offline. */
  readonly created_at: string
}
