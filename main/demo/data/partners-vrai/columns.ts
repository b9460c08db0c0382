import type { Rows } from '#shared/systems/partners-vrai/rows/rows.ts'
import { authUserColumns } from '../auth-user.ts'
import type { RowSink } from '../row-sink.ts'

const words = (text: string): readonly string[] => text.split(' ')

/** The columns that the generator writes, by table. What is not here keeps its default. */
export const columns = {
  'auth.users': authUserColumns,
  'storage.objects': words('id bucket_id name owner owner_id metadata version created_at updated_at last_accessed_at'),
  'public.profiles': words(
    'id email full_name phone country language status notification_channels created_at updated_at',
  ),
  'public.agents': words('id email full_name role is_active created_at updated_at'),
  'public.products': words('id code name description dossier_type price currency is_active created_at updated_at'),
  'public.payment_links': words(
    'id token product_id prospect_email prospect_name amount currency created_by user_id expires_at used_at created_at',
  ),
  'public.orders': words(
    'id user_id product_id payment_link_id amount currency status stripe_checkout_session_id stripe_payment_intent_id paid_at created_at updated_at',
  ),
  'public.payment_reminders': words('id user_id order_id channel sent_by_type sent_by_id sent_at created_at'),
  'public.stripe_events': words('id stripe_event_id type order_id payload error received_at processed_at'),
  'public.steps': words('id code label description created_at'),
  'public.product_steps': words('id product_id step_id position dossier_status'),
  'public.dossiers': words(
    'id reference user_id product_id order_id type status status_change_id status_changed_at status_comment company_name assigned_to current_step_instance_id created_at updated_at',
  ),
  'public.step_instances': words(
    'id dossier_id step_id started_at completed_at completed_by_type completed_by_id created_at updated_at',
  ),
  'public.dossier_assignments': words('id dossier_id agent_id assigned_by note assigned_at released_at'),
  'public.document_types': words('id code label description accepted_mime_types created_at'),
  'public.step_document_requirements': words('id product_step_id document_type_id is_required created_at'),
  'public.documents': words(
    'id dossier_id document_type_id step_instance_id status current_version_id waiting_since created_at updated_at',
  ),
  'public.document_versions': words(
    'id document_id version file_url file_name mime_type size_bytes sha256 uploaded_by_type uploaded_by_id uploaded_at',
  ),
  'public.document_reviews': words(
    'id document_id document_version_id reviewer_id status comment replaces_review_id reviewed_at',
  ),
  'public.messages': words('id dossier_id sender_type sender_id body read_at created_at'),
  'public.events': words(
    'id event_type entity_type entity_id dossier_id user_id actor_type actor_id payload created_at',
  ),
  'public.notifications': words('id user_id event_id dossier_id template params read_at created_at'),
  'public.notification_deliveries': words('id notification_id channel status error sent_at created_at'),
} as const satisfies Record<string, readonly string[]>

export type Table = keyof typeof columns

/** Where this system's rows go: only into columns that its tables have. */
export type Sink = RowSink<Table, Rows>
