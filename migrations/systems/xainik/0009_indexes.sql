-- Every foreign key, the orders and filters of daily work, what lies in jsonb and arrays, and rows that are active.

create unique index users_email_key on public.users (lower(email));
create index users_role_idx on public.users (role, created_at);
create index users_active_idx on public.users (full_name) where is_active;
create index users_staff_idx on public.users (role) where is_active and role not in ('veteran', 'recruiter', 'supporter');
create index users_created_at_idx on public.users (created_at, id);

create index user_profiles_data_idx on public.user_profiles using gin (profile_data);
create index user_profiles_active_idx on public.user_profiles (profile_type, user_id) where is_active;

create unique index user_permissions_held_once on public.user_permissions (user_id, permission) where revoked_at is null;
create index user_permissions_user_id_idx on public.user_permissions (user_id, granted_at);
create index user_permissions_granted_by_idx on public.user_permissions (granted_by);
create index user_permissions_revoked_by_idx on public.user_permissions (revoked_by);

create index pitches_user_id_idx on public.pitches (user_id, created_at);
create index pitches_moderated_by_idx on public.pitches (moderated_by);
create index pitches_skills_idx on public.pitches using gin (skills);
create index pitches_public_idx on public.pitches (created_at, id) where is_active and moderation_status = 'approved';
create index pitches_waiting_idx on public.pitches (updated_at, id) where moderation_status = 'pending';

create index endorsements_user_id_idx on public.endorsements (user_id, created_at);
create index endorsements_endorser_user_id_idx on public.endorsements (endorser_user_id);
create index endorsements_moderated_by_idx on public.endorsements (moderated_by);
create index endorsements_waiting_idx on public.endorsements (updated_at, id) where moderation_status = 'pending';

create index referrals_user_id_idx on public.referrals (user_id, created_at);
create index referrals_pitch_id_idx on public.referrals (pitch_id);
create index referrals_active_idx on public.referrals (created_at) where is_active;

create index shared_pitches_user_id_idx on public.shared_pitches (user_id, created_at);
create index shared_pitches_pitch_id_idx on public.shared_pitches (pitch_id);
create index shared_pitches_moderated_by_idx on public.shared_pitches (moderated_by);
create index shared_pitches_active_idx on public.shared_pitches (pitch_id) where is_active;
create index shared_pitches_waiting_idx on public.shared_pitches (created_at, id) where moderation_status = 'pending';

create index resume_requests_recruiter_user_id_idx on public.resume_requests (recruiter_user_id, created_at);
create index resume_requests_user_id_idx on public.resume_requests (user_id, created_at);
create index resume_requests_pitch_id_idx on public.resume_requests (pitch_id);
create index resume_requests_open_idx on public.resume_requests (created_at, id)
  where status in ('pending', 'in_review', 'approved');

create index recruiter_notes_recruiter_user_id_idx on public.recruiter_notes (recruiter_user_id, created_at);
create index recruiter_notes_user_id_idx on public.recruiter_notes (user_id);
create index recruiter_notes_resume_request_id_idx on public.recruiter_notes (resume_request_id, created_at);
create index recruiter_notes_author_user_id_idx on public.recruiter_notes (author_user_id);

create index user_messages_user_id_idx on public.user_messages (user_id, created_at);
create index user_messages_recipient_user_id_idx on public.user_messages (recipient_user_id, created_at);

create index service_plans_active_idx on public.service_plans (audience, price_minor) where is_active;
create index service_plans_features_idx on public.service_plans using gin (features);
create index service_plans_tags_idx on public.service_plans using gin (tags);

create unique index user_subscriptions_one_running on public.user_subscriptions (user_id)
  where status in ('trialing', 'active', 'past_due');
create index user_subscriptions_user_id_idx on public.user_subscriptions (user_id, created_at);
create index user_subscriptions_plan_id_idx on public.user_subscriptions (plan_id, status);
create index user_subscriptions_ending_idx on public.user_subscriptions (current_period_end)
  where status in ('trialing', 'active', 'past_due');

create index invoices_user_id_idx on public.invoices (user_id, created_at);
create index invoices_subscription_id_idx on public.invoices (subscription_id);
create index invoices_unpaid_idx on public.invoices (due_at, id) where status = 'issued';
create index invoices_draft_idx on public.invoices (created_at, id) where status = 'draft';
create index invoices_line_items_idx on public.invoices using gin (line_items);

create index donations_user_id_idx on public.donations (user_id, donated_at);
create index donations_status_idx on public.donations (status, donated_at);

create index receipts_user_id_idx on public.receipts (user_id, received_at);
create index receipts_invoice_id_idx on public.receipts (invoice_id);
create index receipts_donation_id_idx on public.receipts (donation_id);
create index receipts_recorded_by_idx on public.receipts (recorded_by);

create index payment_events_user_id_idx on public.payment_events (user_id);
create index payment_events_invoice_id_idx on public.payment_events (invoice_id);
create index payment_events_donation_id_idx on public.payment_events (donation_id);
create index payment_events_payload_idx on public.payment_events using gin (payload);
create index payment_events_done_idx on public.payment_events (received_at, id) where processed_at is not null;
create index payment_events_waiting_idx on public.payment_events (received_at) where processed_at is null;

create index payment_events_archive_user_id_idx on public.payment_events_archive (user_id);
create index payment_events_archive_archived_by_idx on public.payment_events_archive (archived_by);
create index payment_events_archive_received_at_idx on public.payment_events_archive (received_at);
create index payment_events_archive_payload_idx on public.payment_events_archive using gin (payload);

create index notifications_user_id_idx on public.notifications (user_id, created_at);
create index notifications_unread_idx on public.notifications (user_id) where read_at is null;
create index notifications_data_idx on public.notifications using gin (data);

create index email_logs_user_id_idx on public.email_logs (user_id, created_at);
create index email_logs_requested_by_idx on public.email_logs (requested_by);
create index email_logs_undelivered_idx on public.email_logs (created_at, id) where status in ('bounced', 'failed');
create index email_logs_params_idx on public.email_logs using gin (params);

create index user_activity_log_user_id_idx on public.user_activity_log (user_id, created_at);
create index user_activity_log_actor_user_id_idx on public.user_activity_log (actor_user_id, created_at);
create index user_activity_log_entity_idx on public.user_activity_log (entity_type, entity_id);
create index user_activity_log_created_at_idx on public.user_activity_log (created_at, id);
create index user_activity_log_details_idx on public.user_activity_log using gin (details);

select xainik.record_migration('0009_indexes', 'Indexes for lookups, queues, jsonb and arrays, and for active rows only.');
