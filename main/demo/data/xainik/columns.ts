import type { Rows } from '#shared/systems/xainik/rows/rows.ts'
import { authUserColumns } from '../auth-user.ts'
import type { RowSink } from '../row-sink.ts'

const words = (text: string): readonly string[] => text.split(' ')
const moderated =
  'moderation_status moderation_reason moderation_id moderated_by moderated_at content_version created_at updated_at'
const event =
  'id provider provider_event_id event_type user_id invoice_id donation_id amount_minor currency status error payload received_at processed_at'

/** The columns that the generator writes, by table. What is not here keeps its default. */
export const columns = {
  'auth.users': authUserColumns,
  'public.users': words(
    'id email full_name phone location language role role_change_id is_active last_seen_at created_at updated_at',
  ),
  'public.user_profiles': words('id user_id profile_type profile_data is_active created_at updated_at'),
  'public.user_permissions': words(
    'id user_id permission reason granted_by granted_at revoked_by revoked_at revoke_reason',
  ),
  'public.pitches': words(
    `id user_id title pitch_text skills job_type location availability experience_years linkedin_url resume_url is_active ${moderated}`,
  ),
  'public.endorsements': words(`id user_id endorser_user_id endorser_name relationship endorsement_text ${moderated}`),
  'public.referrals': words('id user_id pitch_id channel referred_to opened_count last_opened_at is_active created_at'),
  'public.shared_pitches': words(
    `id user_id pitch_id share_token message view_count expires_at is_active ${moderated}`,
  ),
  'public.resume_requests': words(
    'id recruiter_user_id user_id pitch_id company_name job_role message status status_change_id status_changed_at status_comment created_at updated_at',
  ),
  'public.recruiter_notes': words(
    'id recruiter_user_id user_id resume_request_id author_user_id note created_at updated_at',
  ),
  'public.user_messages': words('id user_id recipient_user_id message_text created_at'),
  'public.service_plans': words(
    'id code name description audience billing_interval price_minor currency max_active_pitches max_resume_requests_per_month features tags is_active created_at updated_at',
  ),
  'public.user_subscriptions': words(
    'id user_id plan_id status current_period_start current_period_end cancel_at_period_end canceled_at provider_subscription_id created_at updated_at',
  ),
  'public.invoices': words(
    'id user_id subscription_id invoice_number status line_items subtotal_minor tax_minor total_minor currency issued_at due_at paid_at voided_at void_reason created_at updated_at',
  ),
  'public.donations': words(
    'id user_id donor_name is_anonymous amount_minor currency status message provider_payment_id donated_at created_at updated_at',
  ),
  'public.receipts': words(
    'id user_id invoice_id donation_id receipt_number amount_minor currency payment_method provider_payment_id recorded_by received_at created_at',
  ),
  'public.numbering_state': words('id series year last_number updated_at'),
  'public.payment_events': words(event),
  'public.payment_events_archive': words(`${event} archived_by archived_at`),
  'public.notifications': words('id user_id kind data read_at created_at'),
  'public.email_logs': words(
    'id user_id to_email template subject params status error resend_of requested_by sent_at created_at',
  ),
  'public.user_activity_log': words('id activity_type user_id actor_user_id entity_type entity_id details created_at'),
} as const satisfies Record<string, readonly string[]>

export type Table = keyof typeof columns

/** Where this system's rows go: only into columns that its tables have. */
export type Sink = RowSink<Table, Rows>
