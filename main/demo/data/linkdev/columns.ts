import type { Rows } from '#shared/systems/linkdev/rows/rows.ts'
import { authUserColumns } from '../auth-user.ts'
import type { RowSink } from '../row-sink.ts'

const words = (text: string): readonly string[] => text.split(' ')

/** The columns that the generator writes, by table. What is not here keeps its default. */
export const columns = {
  'auth.users': authUserColumns,
  'storage.objects': words('id bucket_id name owner owner_id metadata version created_at updated_at last_accessed_at'),
  'public.users': words(
    'id full_name username display_name personal_title first_name last_name email phone_country_code phone_number personal_street_address_1 personal_city personal_postal_code personal_country bio education work_experience business_position business_company business_city business_country account_type profile_completed onboarding_completed onboarding_completed_at language time_zone created_at updated_at',
  ),
  'public.organizations': words(
    'id name owner_id is_personal org_type slug description settings created_at updated_at',
  ),
  'public.organization_members': words('id org_id user_id role invited_by created_at updated_at'),
  'public.invites': words(
    'id org_id email role token status invited_by accepted_by expires_at accepted_at created_at updated_at',
  ),
  'public.products': words('id stripe_product_id plan_name name description active metadata created_at updated_at'),
  'public.prices': words(
    'id stripe_price_id product_id description unit_amount currency type interval interval_count trial_period_days active metadata created_at updated_at',
  ),
  'public.billing_customers': words('id org_id stripe_customer_id billing_email created_at updated_at'),
  'public.org_subscriptions': words(
    'id org_id plan_name status seats price_id stripe_subscription_id cancel_at_period_end current_period_start current_period_end trial_start trial_end canceled_at ended_at created_at updated_at',
  ),
  'public.processed_events': words('id event_id event_type org_id payload error processed_at'),
  'public.record_types': words('id org_id key display_name description config created_by created_at updated_at'),
  'public.records': words('id org_id record_type_id data created_by created_at updated_at'),
  'public.attachments': words('id org_id record_id file_name storage_path mime_type size_bytes uploaded_by created_at'),
  'public.posts': words('id author_id title slug excerpt content status published_at created_at updated_at'),
  'public.schedules': words(
    'id org_id name description frequency every is_active next_run_at last_run_at created_by created_at updated_at',
  ),
  'public.reminders': words(
    'id org_id record_id schedule_id title notes priority status due_at assigned_to created_by sent_at completed_at completed_by created_at updated_at',
  ),
  'public.notifications_outbox': words(
    'id org_id user_id event payload status attempts error delivered_at created_at updated_at',
  ),
  'public.usage_events': words('id org_id user_id event_type quantity metadata created_at'),
  'public.usage_aggregations': words(
    'id org_id user_id event_type period_type period_start period_end total event_count created_at updated_at',
  ),
  'public.audit_logs': words(
    'id org_id actor_id actor_type action entity_type entity_id old_values new_values metadata created_at',
  ),
  'public.idempotency_keys': words(
    'id key user_id org_id method path request_hash response_status response_body expires_at created_at',
  ),
  'public.rate_limits': words(
    'id bucket_key user_id org_id window_start window_seconds request_count created_at updated_at',
  ),
} as const satisfies Record<string, readonly string[]>

export type Table = keyof typeof columns

/** Where this system's rows go: only into columns that its tables have. */
export type Sink = RowSink<Table, Rows>
