-- The indexes of the document. A unique constraint has an index of its own: customer numbers at Stripe, e-mail addresses
-- of staff, and a person with a month are not indexed twice.

create index idx_profiles_user_id on public.profiles (user_id);
create index idx_profiles_created_at on public.profiles (created_at);

create index idx_subscriptions_user_id on public.subscriptions (user_id);
create index idx_subscriptions_status on public.subscriptions (status);
create index idx_subscriptions_plan_name on public.subscriptions (plan_name);

create index idx_usage_tracking_user_id on public.usage_tracking (user_id);
create index idx_usage_tracking_month on public.usage_tracking (month);

create index idx_admin_users_user_id on public.admin_users (user_id);

create index idx_interview_sessions_user_id on public.interview_sessions (user_id);
create index idx_interview_sessions_created_at on public.interview_sessions (created_at);
create index idx_interview_sessions_status on public.interview_sessions (status);

create index idx_interview_turns_session_id on public.interview_turns (session_id);
create index idx_interview_turns_turn_number on public.interview_turns (turn_number);
create index idx_interview_turns_speaker on public.interview_turns (speaker);

create index idx_interview_transcripts_user_id on public.interview_transcripts (user_id);
create index idx_interview_transcripts_created_at on public.interview_transcripts (created_at);

create index idx_resume_bullets_user_id on public.resume_bullets (user_id);
create index idx_resume_bullets_created_at on public.resume_bullets (created_at);
create index idx_resume_bullets_role on public.resume_bullets (role);
create index idx_resume_bullets_bullets_gin on public.resume_bullets using gin (bullets);

create index idx_resume_generations_user_id on public.resume_generations (user_id);
create index idx_resume_generations_session_id on public.resume_generations (session_id);
create index idx_resume_generations_status on public.resume_generations (generation_status);
create index idx_resume_generations_created_at on public.resume_generations (created_at);

create index idx_resume_downloads_generation_id on public.resume_downloads (generation_id);
create index idx_resume_downloads_format on public.resume_downloads (format);

create index idx_system_events_event_type on public.system_events (event_type);
create index idx_system_events_created_at on public.system_events (created_at);
create index idx_system_events_user_id on public.system_events (user_id);
