import type { Rows } from '#shared/systems/resumepilot/rows/rows.ts'
import { authUserColumns } from '../auth-user.ts'
import type { RowSink } from '../row-sink.ts'

const words = (text: string): readonly string[] => text.split(' ')

/** The columns that the generator writes, by table. What is not here keeps its default. */
export const columns = {
  'auth.users': authUserColumns,
  'public.profiles': words('id user_id full_name job_title company created_at updated_at'),
  'public.subscriptions': words(
    'id user_id stripe_customer_id stripe_subscription_id plan_name status current_period_start current_period_end cancel_at_period_end created_at updated_at',
  ),
  'public.usage_tracking': words('id user_id month interviews_used cover_letters_used created_at updated_at'),
  'public.admin_users': words('id user_id email role permissions created_at'),
  'public.interview_sessions': words(
    'id user_id session_type role_type duration_seconds turns_count status created_at completed_at',
  ),
  'public.interview_turns': words('id session_id speaker message turn_number audio_url processing_time_ms created_at'),
  'public.interview_transcripts': words(
    'id user_id audio_file_url transcript_text confidence_score processing_time_ms created_at',
  ),
  'public.resume_bullets': words('id user_id question transcript bullets role experience created_at'),
  'public.resume_generations': words(
    'id user_id session_id template_name role_type resume_data latex_content generation_status error_message processing_time_ms created_at completed_at',
  ),
  'public.resume_downloads': words('id generation_id format file_url file_size_bytes download_count created_at'),
  'public.system_events': words('id event_type event_data user_id ip_address user_agent created_at'),
} as const satisfies Record<string, readonly string[]>

export type Table = keyof typeof columns

/** Where this system's rows go: only into columns that its tables have. */
export type Sink = RowSink<Table, Rows>
