// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type DonationStatus = 'pending' | 'succeeded' | 'failed' | 'refunded'

export type EmailStatus = 'queued' | 'sent' | 'delivered' | 'bounced' | 'failed'

export type InvoiceStatus = 'draft' | 'issued' | 'paid' | 'void'

export type ModerationStatus = 'pending' | 'approved' | 'hidden'

export type PaymentEventStatus = 'received' | 'processed' | 'ignored' | 'failed'

export type PlanInterval = 'month' | 'quarter' | 'year' | 'once'

export type ResumeRequestStatus = 'pending' | 'in_review' | 'approved' | 'fulfilled' | 'declined' | 'withdrawn'

export type SubscriptionStatus = 'trialing' | 'active' | 'past_due' | 'canceled' | 'expired'

export type UserRole = 'veteran' | 'recruiter' | 'supporter' | 'admin' | 'moderator' | 'partner'

/** Gifts of money that keep the service running. */
export interface DonationsRow {
  readonly id: string
  /** Empty when the donor has no account. */
  readonly user_id: string | null
  readonly donor_name: string | null
  /** On: the name is not shown to anybody but staff. */
  readonly is_anonymous: boolean
  /** In the smallest unit of the currency. */
  readonly amount_minor: string
  readonly currency: string
  readonly status: DonationStatus
  readonly message: string | null
  readonly provider_payment_id: string | null
  readonly donated_at: string
  readonly created_at: string
  readonly updated_at: string
}

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

/** What others say about a veteran. */
export interface EndorsementsRow {
  readonly id: string
  /** The veteran who is endorsed. */
  readonly user_id: string
  /** Empty when the endorser has no account any more. */
  readonly endorser_user_id: string | null
  readonly endorser_name: string
  /** How the endorser knows the veteran. */
  readonly relationship: string | null
  readonly endorsement_text: string
  /** Whether the public sees it. */
  readonly moderation_status: ModerationStatus
  /** Why it is hidden, as the author is told. */
  readonly moderation_reason: string | null
  /** The decision that set the status; its activity entry carries the same id. */
  readonly moderation_id: string | null
  /** Who decided last. */
  readonly moderated_by: string | null
  readonly moderated_at: string | null
  /** Counted from 1; goes up with every edit of the author. */
  readonly content_version: number
  readonly created_at: string
  readonly updated_at: string
}

/** Bills. An issued one has a number and is never deleted; a mistake is made void. */
export interface InvoicesRow {
  readonly id: string
  readonly user_id: string
  readonly subscription_id: string | null
  /** INV-year-number, without gaps. The server gives it when the invoice is issued. */
  readonly invoice_number: string | null
  readonly status: InvoiceStatus
  /** What is billed: description, quantity and amount of each line. */
  readonly line_items: unknown
  /** Sum without tax, in the smallest unit of the currency. */
  readonly subtotal_minor: string
  /** Tax, in the smallest unit of the currency. */
  readonly tax_minor: string
  /** What is to be paid, in the smallest unit of the currency. */
  readonly total_minor: string
  readonly currency: string
  readonly issued_at: string | null
  readonly due_at: string | null
  readonly paid_at: string | null
  readonly voided_at: string | null
  /** Why it was made void. */
  readonly void_reason: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Changes of this database's structure, in the order in which they were applied. */
export interface MigrationAuditRow {
  readonly id: string
  /** The file of the change, without its ending. */
  readonly migration_name: string
  /** What the change did, in a sentence. */
  readonly description: string
  /** The database role that applied it. */
  readonly applied_by: string
  readonly applied_at: string
}

/** What people are told inside the product. */
export interface NotificationsRow {
  readonly id: string
  readonly user_id: string
  /** Which text is shown: pitch.hidden, request.approved, … */
  readonly kind: string
  /** Words for the text. */
  readonly data: unknown
  readonly read_at: string | null
  readonly created_at: string
}

/** How far the numbers of invoices and receipts have come, by year. */
export interface NumberingStateRow {
  readonly id: string
  readonly series: 'invoice' | 'receipt'
  readonly year: number
  /** The number that was given last; the next one follows it. */
  readonly last_number: string
  readonly updated_at: string
}

/** Reports of the payment provider, each handled once. */
export interface PaymentEventsRow {
  readonly id: string
  readonly provider: 'razorpay' | 'stripe'
  /** The provider's own id, by which a report sent twice is known. */
  readonly provider_event_id: string
  readonly event_type: string
  readonly user_id: string | null
  readonly invoice_id: string | null
  readonly donation_id: string | null
  /** In the smallest unit of the currency. */
  readonly amount_minor: string | null
  readonly currency: string | null
  readonly status: PaymentEventStatus
  /** Why handling it failed. */
  readonly error: string | null
  /** The report as the provider sent it. */
  readonly payload: unknown
  readonly received_at: string
  readonly processed_at: string | null
}

/** Handled reports of the payment provider that are no longer needed every day. */
export interface PaymentEventsArchiveRow {
  readonly id: string
  readonly provider: string
  /** The provider's own id. */
  readonly provider_event_id: string
  readonly event_type: string
  readonly user_id: string | null
  readonly invoice_id: string | null
  readonly donation_id: string | null
  /** In the smallest unit of the currency. */
  readonly amount_minor: string | null
  readonly currency: string | null
  readonly status: PaymentEventStatus
  readonly error: string | null
  /** The report as the provider sent it. */
  readonly payload: unknown
  readonly received_at: string
  readonly processed_at: string | null
  /** Staff who archived it; empty when the system did. */
  readonly archived_by: string | null
  readonly archived_at: string
}

/** Veterans present themselves to recruiters. */
export interface PitchesRow {
  readonly id: string
  readonly user_id: string
  readonly title: string
  readonly pitch_text: string
  readonly skills: readonly string[]
  readonly job_type: 'full_time' | 'part_time' | 'contract' | 'remote' | 'volunteer'
  readonly location: string | null
  /** How soon the veteran can start. */
  readonly availability: 'now' | '30_days' | '60_days' | '90_days'
  /** Years of experience, service included. */
  readonly experience_years: number | null
  readonly linkedin_url: string | null
  /** Where the resume lies; recruiters get it by a resume request only. */
  readonly resume_url: string | null
  /** Off: the veteran has taken it down. */
  readonly is_active: boolean
  /** Whether the public sees it. */
  readonly moderation_status: ModerationStatus
  /** Why it is hidden, as the author is told. */
  readonly moderation_reason: string | null
  /** The decision that set the status; its activity entry carries the same id. */
  readonly moderation_id: string | null
  /** Who decided last. */
  readonly moderated_by: string | null
  readonly moderated_at: string | null
  /** Counted from 1; goes up with every edit of the author. */
  readonly content_version: number
  readonly created_at: string
  readonly updated_at: string
}

/** Pitches as anybody may read them: approved, active, and without the resume. */
export interface PublicPitchesRow {
  readonly id: string | null
  readonly user_id: string | null
  readonly full_name: string | null
  readonly title: string | null
  readonly pitch_text: string | null
  readonly skills: readonly string[] | null
  readonly job_type: string | null
  readonly location: string | null
  readonly availability: string | null
  readonly experience_years: number | null
  readonly linkedin_url: string | null
  readonly created_at: string | null
  readonly updated_at: string | null
}

/** Money that has come in, for an invoice or as a donation. */
export interface ReceiptsRow {
  readonly id: string
  readonly user_id: string
  readonly invoice_id: string | null
  readonly donation_id: string | null
  /** RCT-year-number, without gaps. The server gives it. */
  readonly receipt_number: string | null
  /** In the smallest unit of the currency. */
  readonly amount_minor: string
  readonly currency: string
  readonly payment_method: 'card' | 'upi' | 'bank_transfer' | 'wallet' | 'cash'
  readonly provider_payment_id: string | null
  /** Staff who entered it by hand; empty when the payment provider reported it. */
  readonly recorded_by: string | null
  readonly received_at: string
  readonly created_at: string
}

/** Notes about a veteran on a recruiter's file. The veteran does not see them. */
export interface RecruiterNotesRow {
  readonly id: string
  /** The recruiter on whose file the note is. */
  readonly recruiter_user_id: string
  /** The veteran whom it is about. */
  readonly user_id: string
  readonly resume_request_id: string | null
  /** Who wrote it: the recruiter, or staff on their behalf. */
  readonly author_user_id: string | null
  readonly note: string
  readonly created_at: string
  readonly updated_at: string
}

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

/** Recruiters ask for a veteran's resume. */
export interface ResumeRequestsRow {
  readonly id: string
  readonly recruiter_user_id: string
  /** The veteran whose resume is asked for. */
  readonly user_id: string
  readonly pitch_id: string | null
  readonly company_name: string | null
  /** The job that the recruiter wants to fill. */
  readonly job_role: string
  readonly message: string | null
  readonly status: ResumeRequestStatus
  /** The change that set the status; its activity entry carries the same id. */
  readonly status_change_id: string | null
  readonly status_changed_at: string
  /** Why the status was changed, as both sides are told. */
  readonly status_comment: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** What can be subscribed to. */
export interface ServicePlansRow {
  readonly id: string
  /** A short name that never changes, for links and imports. */
  readonly code: string
  readonly name: string
  readonly description: string | null
  /** The role for which the plan is made. */
  readonly audience: UserRole
  readonly billing_interval: PlanInterval
  /** Price of one interval without tax, in the smallest unit of the currency. */
  readonly price_minor: string
  readonly currency: string
  /** Pitches that may be public at the same time; -1 is unlimited. */
  readonly max_active_pitches: number
  /** Resume requests a month; -1 is unlimited. */
  readonly max_resume_requests_per_month: number
  /** What else is included, by name. */
  readonly features: unknown
  readonly tags: readonly string[]
  /** Off: no longer sold; running subscriptions go on. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}

/** Links by which a pitch can be read without an account. */
export interface SharedPitchesRow {
  readonly id: string
  /** Who made the link. */
  readonly user_id: string
  readonly pitch_id: string
  /** The secret part of the link. */
  readonly share_token: string
  /** What stands above the pitch when the link is opened. */
  readonly message: string | null
  /** How often the link was opened. */
  readonly view_count: number
  /** The link stops working at this time; empty: never. */
  readonly expires_at: string | null
  /** Off: the link was withdrawn. */
  readonly is_active: boolean
  /** Whether the public sees it. */
  readonly moderation_status: ModerationStatus
  /** Why it is hidden, as the author is told. */
  readonly moderation_reason: string | null
  /** The decision that set the status; its activity entry carries the same id. */
  readonly moderation_id: string | null
  /** Who decided last. */
  readonly moderated_by: string | null
  readonly moderated_at: string | null
  /** Counted from 1; goes up with every edit of the author. */
  readonly content_version: number
  readonly created_at: string
  readonly updated_at: string
}

/** Everything that people and staff have done. No one can change or delete an entry. */
export interface UserActivityLogRow {
  readonly id: string
  readonly activity_type: string
  /** Whom it concerns. Stays when the account is deleted. */
  readonly user_id: string | null
  /** Who did it; empty for the system itself. */
  readonly actor_user_id: string | null
  /** The table of what it happened to. */
  readonly entity_type: string
  /** The row of that table. */
  readonly entity_id: string
  /** What changed, by kind of activity. */
  readonly details: unknown
  readonly created_at: string
}

/** What people write to each other. Only the two of them and admins read it. */
export interface UserMessagesRow {
  readonly id: string
  /** Who wrote it. */
  readonly user_id: string
  readonly recipient_user_id: string
  readonly message_text: string
  readonly created_at: string
}

/** Single permissions of staff, beyond what their role gives. Revoked ones are kept. */
export interface UserPermissionsRow {
  readonly id: string
  readonly user_id: string
  readonly permission: 'content.moderate' | 'requests.manage' | 'users.manage' | 'billing.manage' | 'emails.manage' | 'activity.read'
  /** Why it was granted. */
  readonly reason: string | null
  /** Empty when it came with the system, or the person has left. */
  readonly granted_by: string | null
  readonly granted_at: string
  readonly revoked_by: string | null
  /** Empty while the permission holds. */
  readonly revoked_at: string | null
  /** Why it was taken back. */
  readonly revoke_reason: string | null
}

/** What is known about somebody in each of their roles; one person may have several. */
export interface UserProfilesRow {
  readonly id: string
  readonly user_id: string
  /** veteran, recruiter, supporter, company, or any later kind. */
  readonly profile_type: string
  /** Details, by kind: rank and branch, or company and industry. */
  readonly profile_data: unknown
  /** Off: kept, but not shown to others. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}

/** Who has subscribed to which plan. */
export interface UserSubscriptionsRow {
  readonly id: string
  readonly user_id: string
  readonly plan_id: string
  readonly status: SubscriptionStatus
  readonly current_period_start: string
  /** Until when it is paid, or tried for free. */
  readonly current_period_end: string
  /** On: it ends with the period and is not renewed. */
  readonly cancel_at_period_end: boolean
  readonly canceled_at: string | null
  /** The payment provider's own id. */
  readonly provider_subscription_id: string | null
  readonly created_at: string
  readonly updated_at: string
}

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
