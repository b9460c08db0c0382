// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { DonationsRow } from './donations.ts'
import type { EmailLogsRow } from './email-logs.ts'
import type { EndorsementsRow } from './endorsements.ts'
import type { InvoicesRow } from './invoices.ts'
import type { MigrationAuditRow } from './migration-audit.ts'
import type { NotificationsRow } from './notifications.ts'
import type { NumberingStateRow } from './numbering-state.ts'
import type { PaymentEventsRow } from './payment-events.ts'
import type { PaymentEventsArchiveRow } from './payment-events-archive.ts'
import type { PitchesRow } from './pitches.ts'
import type { PublicPitchesRow } from './public-pitches.ts'
import type { ReceiptsRow } from './receipts.ts'
import type { RecruiterNotesRow } from './recruiter-notes.ts'
import type { ReferralsRow } from './referrals.ts'
import type { ResumeRequestsRow } from './resume-requests.ts'
import type { ServicePlansRow } from './service-plans.ts'
import type { SharedPitchesRow } from './shared-pitches.ts'
import type { UserActivityLogRow } from './user-activity-log.ts'
import type { UserMessagesRow } from './user-messages.ts'
import type { UserPermissionsRow } from './user-permissions.ts'
import type { UserProfilesRow } from './user-profiles.ts'
import type { UserSubscriptionsRow } from './user-subscriptions.ts'
import type { UsersRow } from './users.ts'

/** A row of each table and view, by its name. */
export interface Rows {
  readonly 'public.donations': DonationsRow
  readonly 'public.email_logs': EmailLogsRow
  readonly 'public.endorsements': EndorsementsRow
  readonly 'public.invoices': InvoicesRow
  readonly 'public.migration_audit': MigrationAuditRow
  readonly 'public.notifications': NotificationsRow
  readonly 'public.numbering_state': NumberingStateRow
  readonly 'public.payment_events': PaymentEventsRow
  readonly 'public.payment_events_archive': PaymentEventsArchiveRow
  readonly 'public.pitches': PitchesRow
  readonly 'public.public_pitches': PublicPitchesRow
  readonly 'public.receipts': ReceiptsRow
  readonly 'public.recruiter_notes': RecruiterNotesRow
  readonly 'public.referrals': ReferralsRow
  readonly 'public.resume_requests': ResumeRequestsRow
  readonly 'public.service_plans': ServicePlansRow
  readonly 'public.shared_pitches': SharedPitchesRow
  readonly 'public.user_activity_log': UserActivityLogRow
  readonly 'public.user_messages': UserMessagesRow
  readonly 'public.user_permissions': UserPermissionsRow
  readonly 'public.user_profiles': UserProfilesRow
  readonly 'public.user_subscriptions': UserSubscriptionsRow
  readonly 'public.users': UsersRow
}
