// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { EmailStatus } from './enums.ts'

/** Every e-mail that was sent or tried. */
export interface EmailLogsRow {
  readonly id: string
  readonly user_id: string | null
  readonly to_email: string
  /** Which text was sent. */
  readonly template: string
  readonly subject: string
  /** Words for the text. */
  readonly params: unknown
  readonly status: EmailStatus
  /** Why it was not delivered. */
  readonly error: string | null
  /** The failed e-mail that this one repeats; each is repeated once, and then its repetition. */
  readonly resend_of: string | null
  /** Staff who had it sent again; empty when the system sent it. */
  readonly requested_by: string | null
  readonly sent_at: string | null
  readonly created_at: string
}
