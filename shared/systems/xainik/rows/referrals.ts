// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Supporters recommend a pitch to somebody they know. */
export interface ReferralsRow {
  readonly id: string
  /** The supporter who refers. */
  readonly user_id: string
  readonly pitch_id: string
  readonly channel: 'whatsapp' | 'linkedin' | 'email' | 'facebook' | 'copy'
  /** To whom, in the supporter's own words. */
  readonly referred_to: string | null
  /** How often the referral was opened. */
  readonly opened_count: number
  readonly last_opened_at: string | null
  readonly is_active: boolean
  readonly created_at: string
}
