// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

export type PricingPlanInterval = 'day' | 'week' | 'month' | 'year'

export type PricingType = 'one_time' | 'recurring'

export type SubscriptionStatus = 'trialing' | 'active' | 'past_due' | 'unpaid' | 'paused' | 'incomplete' | 'incomplete_expired' | 'canceled'

/** Files on records. Their size counts against the plan. */
export interface AttachmentsRow {
  readonly id: string
  readonly org_id: string
  readonly record_id: string
  readonly file_name: string
  /** Path in the bucket "attachments": organisation/record/file. */
  readonly storage_path: string
  readonly mime_type: string
  /** Size of the file in bytes. */
  readonly size_bytes: string
  readonly uploaded_by: string | null
  readonly created_at: string
}

/** Who changed what, from what, to what. No one can change or delete an entry. */
export interface AuditLogsRow {
  readonly id: string
  /** The organisation that it concerns; empty for what concerns all. */
  readonly org_id: string | null
  /** The person who did it; empty for the system. */
  readonly actor_id: string | null
  /** staff: from the console. user: a customer. system: a job or a webhook. */
  readonly actor_type: 'staff' | 'user' | 'system'
  readonly action: 'created' | 'updated' | 'deleted' | 'member_invited' | 'invite_revoked' | 'member_role_changed' | 'member_removed' | 'plan_changed' | 'seats_changed' | 'subscription_canceled' | 'subscription_resumed' | 'plan_feature_changed' | 'account_type_changed' | 'reminder_completed' | 'notification_settled'
  /** The table of what was changed. */
  readonly entity_type: string
  /** The row of that table. */
  readonly entity_id: string
  /** The changed columns as they were before. */
  readonly old_values: unknown | null
  /** The changed columns as they were after. */
  readonly new_values: unknown | null
  readonly metadata: unknown
  readonly created_at: string
}

/** Which customer of Stripe an organisation is. */
export interface BillingCustomersRow {
  readonly id: string
  readonly org_id: string
  /** Stripe's own id, cus_… */
  readonly stripe_customer_id: string
  readonly billing_email: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Requests to the API that were answered, so that repeating one does nothing twice. */
export interface IdempotencyKeysRow {
  readonly id: string
  /** What the caller has sent as Idempotency-Key. */
  readonly key: string
  readonly user_id: string
  readonly org_id: string | null
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  /** Fingerprint of the request: the same key with another request is refused. */
  readonly request_hash: string
  /** Empty while the first request runs. */
  readonly response_status: number | null
  readonly response_body: unknown | null
  readonly expires_at: string
  readonly created_at: string
}

/** Invitations to join an organisation. A pending one keeps a seat. */
export interface InvitesRow {
  readonly id: string
  readonly org_id: string
  readonly email: string
  readonly role: 'member' | 'viewer'
  /** The secret part of the link in the e-mail: 256 bits that cannot be guessed. */
  readonly token: string
  /** An invitation that was let lapse is set to expired once a day. */
  readonly status: 'pending' | 'accepted' | 'revoked' | 'expired'
  readonly invited_by: string | null
  readonly accepted_by: string | null
  /** The link stops working at this time. */
  readonly expires_at: string
  readonly accepted_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** What people and other programs are to be told: a worker sends it. */
export interface NotificationsOutboxRow {
  readonly id: string
  readonly org_id: string | null
  /** Who is told; empty for all owners of the organisation. */
  readonly user_id: string | null
  /** What has happened: member.invited, subscription.plan_changed, … */
  readonly event: string
  /** Words for the text. */
  readonly payload: unknown
  readonly status: 'pending' | 'delivered' | 'failed' | 'dismissed'
  /** How often sending it was tried. */
  readonly attempts: number
  /** Why the last try failed. */
  readonly error: string | null
  readonly delivered_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** The plan of each organisation. Billing is by organisation only. */
export interface OrgSubscriptionsRow {
  readonly id: string
  readonly org_id: string
  readonly plan_name: 'free' | 'pro' | 'business' | 'enterprise'
  readonly status: SubscriptionStatus
  /** Members that are paid for. */
  readonly seats: number
  /** Empty on the free plan, and where a contract sets the price. */
  readonly price_id: string | null
  /** Stripe's own id, sub_… */
  readonly stripe_subscription_id: string | null
  /** Ends when the current period does, unless resumed before. */
  readonly cancel_at_period_end: boolean
  readonly current_period_start: string
  /** Empty on the free plan, which has no end. */
  readonly current_period_end: string | null
  readonly trial_start: string | null
  readonly trial_end: string | null
  /** When it was decided that it ends. */
  readonly canceled_at: string | null
  /** When it was over. */
  readonly ended_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Who belongs to which organisation, and what they may do there. */
export interface OrganizationMembersRow {
  readonly id: string
  readonly org_id: string
  readonly user_id: string
  /** owner: everything, billing and members included. member: uses all features. viewer: only reads. */
  readonly role: 'owner' | 'member' | 'viewer'
  /** Empty for who made the organisation. */
  readonly invited_by: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** How much of each limit of its plan an organisation uses; what is limited by month is that of this month (UTC). */
export interface OrganizationUsageRow {
  readonly org_id: string | null
  readonly org_name: string | null
  readonly is_personal: boolean | null
  readonly plan_name: string | null
  readonly feature_key: string | null
  readonly used: string | null
  /** -1 is unlimited. */
  readonly allowed: string | null
  /** Used of allowed, in percent; empty when unlimited. */
  readonly percent: string | null
}

/** Workspaces of customers: each person has a personal one, teams have more. */
export interface OrganizationsRow {
  readonly id: string
  readonly name: string
  /** The first of its owners, who answers for it. */
  readonly owner_id: string
  /** Made with its owner's account; never has another owner. */
  readonly is_personal: boolean
  readonly org_type: 'personal' | 'business' | 'family' | 'education' | 'other'
  /** Its name in addresses: lower-case letters, digits and hyphens. */
  readonly slug: string
  readonly description: string | null
  readonly avatar_url: string | null
  /** What the organisation has set for itself, as JSON. */
  readonly settings: unknown
  readonly created_at: string
  readonly updated_at: string
}

/** What each plan allows: eight limits and one set of switches for each. */
export interface PlanFeaturesRow {
  readonly id: string
  readonly plan_name: 'free' | 'pro' | 'business' | 'enterprise'
  readonly feature_key: 'max_records' | 'max_api_calls_per_month' | 'max_automations' | 'max_storage_gb' | 'max_mau' | 'max_schedules' | 'max_ai_tokens_per_month' | 'max_seats' | 'features'
  /** {"limit": 100}, where -1 is unlimited; for the key features, switches: {"sso": true}. */
  readonly feature_value: unknown
  readonly created_at: string
  readonly updated_at: string
}

/** Articles of the public blog. */
export interface PostsRow {
  readonly id: string
  readonly author_id: string | null
  readonly title: string
  /** Its name in addresses. */
  readonly slug: string
  /** One or two sentences for lists. */
  readonly excerpt: string | null
  readonly content: string
  readonly status: 'draft' | 'published' | 'archived'
  readonly published_at: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Prices of products, per seat. */
export interface PricesRow {
  readonly id: string
  /** Stripe's own id, price_… */
  readonly stripe_price_id: string | null
  readonly product_id: string
  readonly description: string | null
  /** In the smallest unit of the currency: 1900 is 19.00. */
  readonly unit_amount: string
  /** Three small letters, as Stripe writes it: eur. */
  readonly currency: string
  readonly type: PricingType
  readonly interval: PricingPlanInterval | null
  /** Every how many intervals it is paid. */
  readonly interval_count: number | null
  readonly trial_period_days: number | null
  readonly active: boolean
  readonly metadata: unknown
  readonly created_at: string
  readonly updated_at: string
}

/** Webhook events of Stripe that were handled, so that none is handled twice. */
export interface ProcessedEventsRow {
  readonly id: string
  /** Stripe's own id, evt_… */
  readonly event_id: string
  /** As Stripe names it: invoice.paid, … */
  readonly event_type: string
  readonly org_id: string | null
  /** The event as Stripe sent it. */
  readonly payload: unknown
  /** Why handling it failed; empty when it went well. */
  readonly error: string | null
  readonly processed_at: string
}

/** What is on sale, as Stripe knows it. */
export interface ProductsRow {
  readonly id: string
  /** Stripe's own id, prod_… */
  readonly stripe_product_id: string | null
  /** The plan that an organisation gets by it; empty for extras. */
  readonly plan_name: 'free' | 'pro' | 'business' | 'enterprise' | null
  readonly name: string
  readonly description: string | null
  /** Address of a picture. */
  readonly image: string | null
  /** Off: no longer sold; running subscriptions go on. */
  readonly active: boolean
  readonly metadata: unknown
  readonly created_at: string
  readonly updated_at: string
}

/** Requests counted in windows of time, to slow down who asks too much. */
export interface RateLimitsRow {
  readonly id: string
  /** What is counted together: a route and who asks. */
  readonly bucket_key: string
  readonly user_id: string | null
  readonly org_id: string | null
  /** Windows lie at whole multiples of their length. */
  readonly window_start: string
  readonly window_seconds: number
  readonly request_count: number
  readonly created_at: string
  readonly updated_at: string
}

/** Kinds of records that an organisation has made for itself. */
export interface RecordTypesRow {
  readonly id: string
  readonly org_id: string
  /** A short name that never changes. */
  readonly key: string
  readonly display_name: string
  readonly description: string | null
  /** The fields that its records have. */
  readonly config: unknown
  readonly created_by: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** The content of organisations. Its number counts against the plan. */
export interface RecordsRow {
  readonly id: string
  readonly org_id: string
  readonly record_type_id: string
  /** Values of the fields that the record's type has. */
  readonly data: unknown
  readonly created_by: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** What somebody is to be reminded of, and whether it is done. */
export interface RemindersRow {
  readonly id: string
  readonly org_id: string
  readonly record_id: string | null
  /** The schedule that made it; empty when a person did. */
  readonly schedule_id: string | null
  readonly title: string
  readonly notes: string | null
  readonly priority: 'low' | 'normal' | 'high'
  /** sent: the person was told. completed: it is done. */
  readonly status: 'pending' | 'sent' | 'completed' | 'cancelled'
  readonly due_at: string
  readonly assigned_to: string | null
  readonly created_by: string | null
  readonly sent_at: string | null
  readonly completed_at: string | null
  readonly completed_by: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** Work that comes again: each run makes a reminder. Active ones count against the plan. */
export interface SchedulesRow {
  readonly id: string
  readonly org_id: string
  readonly name: string
  readonly description: string | null
  readonly frequency: 'daily' | 'weekly' | 'monthly'
  /** Every how many days, weeks or months. */
  readonly every: number
  readonly is_active: boolean
  /** When the next reminder is made. */
  readonly next_run_at: string
  readonly last_run_at: string | null
  readonly created_by: string | null
  readonly created_at: string
  readonly updated_at: string
}

/** The members of organisations with their names, for who belongs to them and for staff. */
export interface TeamMembersRow {
  readonly id: string | null
  readonly org_id: string | null
  readonly user_id: string | null
  readonly role: string | null
  readonly created_at: string | null
  readonly display_name: string | null
  readonly full_name: string | null
  readonly email: string | null
  readonly avatar_url: string | null
}

/** Use by day and by month (UTC), one row for each person, rolled up by a job. */
export interface UsageAggregationsRow {
  readonly id: string
  readonly org_id: string
  /** Who used it; empty for what no person did. */
  readonly user_id: string | null
  readonly event_type: 'record_created' | 'api_call' | 'automation_run' | 'storage_used' | 'schedule_executed' | 'ai_tokens_used' | 'user_active'
  readonly period_type: 'daily' | 'monthly'
  readonly period_start: string
  readonly period_end: string
  /** Sum of the quantities. */
  readonly total: string
  /** Number of events. */
  readonly event_count: string
  readonly created_at: string
  readonly updated_at: string
}

/** Every use of something that a plan limits, as it happened. */
export interface UsageEventsRow {
  readonly id: string
  readonly org_id: string
  readonly user_id: string | null
  readonly event_type: 'record_created' | 'api_call' | 'automation_run' | 'storage_used' | 'schedule_executed' | 'ai_tokens_used' | 'user_active'
  /** How much: calls, tokens, bytes, by type. */
  readonly quantity: string
  readonly metadata: unknown
  readonly created_at: string
}

/** Everybody with an account: customers, and the staff among them. */
export interface UsersRow {
  readonly id: string
  readonly full_name: string | null
  readonly avatar_url: string | null
  /** From before billing went through organisations; kept, no longer used. */
  readonly billing_address: unknown | null
  /** From before billing went through organisations; kept, no longer used. */
  readonly payment_method: unknown | null
  /** 3 to 30 letters, digits or underscores; nobody else has the same, whatever the case. */
  readonly username: string | null
  /** How the person is shown to others. */
  readonly display_name: string | null
  /** Mr, Ms, Dr … */
  readonly personal_title: string | null
  readonly first_name: string | null
  readonly middle_name: string | null
  readonly last_name: string | null
  readonly email: string | null
  /** With the plus: +33. */
  readonly phone_country_code: string | null
  readonly phone_number: string | null
  readonly personal_apt_suite: string | null
  readonly personal_street_address_1: string | null
  readonly personal_street_address_2: string | null
  readonly personal_city: string | null
  readonly personal_state: string | null
  readonly personal_postal_code: string | null
  readonly personal_country: string | null
  readonly bio: string | null
  /** List of schools, each with years. */
  readonly education: unknown
  /** List of posts held, each with years. */
  readonly work_experience: unknown
  readonly business_position: string | null
  readonly business_company: string | null
  readonly business_apt_suite: string | null
  readonly business_street_address_1: string | null
  readonly business_street_address_2: string | null
  readonly business_city: string | null
  readonly business_state: string | null
  readonly business_postal_code: string | null
  readonly business_country: string | null
  /** super_admin and admin may use the console; user may not. */
  readonly account_type: 'super_admin' | 'admin' | 'user'
  /** The person has filled in what the profile asks for. */
  readonly profile_completed: boolean
  /** The person has been through the first steps after sign-up. */
  readonly onboarding_completed: boolean
  readonly onboarding_completed_at: string | null
  /** The language in which the person is written to. */
  readonly language: 'en' | 'fr'
  /** Name of a time zone, such as Europe/Paris. */
  readonly time_zone: string
  readonly created_at: string
  readonly updated_at: string
}

/** A row of each table and view, by its name. */
export interface Rows {
  readonly 'public.attachments': AttachmentsRow
  readonly 'public.audit_logs': AuditLogsRow
  readonly 'public.billing_customers': BillingCustomersRow
  readonly 'public.idempotency_keys': IdempotencyKeysRow
  readonly 'public.invites': InvitesRow
  readonly 'public.notifications_outbox': NotificationsOutboxRow
  readonly 'public.org_subscriptions': OrgSubscriptionsRow
  readonly 'public.organization_members': OrganizationMembersRow
  readonly 'public.organization_usage': OrganizationUsageRow
  readonly 'public.organizations': OrganizationsRow
  readonly 'public.plan_features': PlanFeaturesRow
  readonly 'public.posts': PostsRow
  readonly 'public.prices': PricesRow
  readonly 'public.processed_events': ProcessedEventsRow
  readonly 'public.products': ProductsRow
  readonly 'public.rate_limits': RateLimitsRow
  readonly 'public.record_types': RecordTypesRow
  readonly 'public.records': RecordsRow
  readonly 'public.reminders': RemindersRow
  readonly 'public.schedules': SchedulesRow
  readonly 'public.team_members': TeamMembersRow
  readonly 'public.usage_aggregations': UsageAggregationsRow
  readonly 'public.usage_events': UsageEventsRow
  readonly 'public.users': UsersRow
}
