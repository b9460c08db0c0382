-- Every foreign key, and the orders and filters that desks, jobs and webhooks ask for.

create unique index users_username_key on public.users (lower(username)) where username is not null;
create index users_email_idx on public.users (lower(email));
create index users_account_type_idx on public.users (account_type);
create index users_full_name_idx on public.users (full_name);
create index users_created_at_idx on public.users (created_at, id);

create index organizations_owner_id_idx on public.organizations (owner_id);
create unique index organizations_one_personal on public.organizations (owner_id) where is_personal;
create index organizations_name_idx on public.organizations (name);
create index organizations_created_at_idx on public.organizations (created_at, id);

create index organization_members_user_id_idx on public.organization_members (user_id);
create index organization_members_invited_by_idx on public.organization_members (invited_by);
create index organization_members_owners_idx on public.organization_members (org_id) where role = 'owner';

create index invites_org_id_idx on public.invites (org_id, created_at);
create index invites_invited_by_idx on public.invites (invited_by);
create index invites_accepted_by_idx on public.invites (accepted_by);
create index invites_email_idx on public.invites (email);
create unique index invites_one_pending on public.invites (org_id, email) where status = 'pending';
create index invites_pending_idx on public.invites (expires_at) where status = 'pending';

create index products_active_idx on public.products (name) where active;
create index prices_product_id_idx on public.prices (product_id);
create index org_subscriptions_price_id_idx on public.org_subscriptions (price_id);
create index org_subscriptions_plan_idx on public.org_subscriptions (plan_name, status);
create index org_subscriptions_status_idx on public.org_subscriptions (status, current_period_end);
create index org_subscriptions_ending_idx on public.org_subscriptions (current_period_end) where cancel_at_period_end;
create index processed_events_org_id_idx on public.processed_events (org_id);
create index processed_events_type_idx on public.processed_events (event_type, processed_at);

create index record_types_created_by_idx on public.record_types (created_by);
create index records_org_id_idx on public.records (org_id, created_at);
create index records_record_type_id_idx on public.records (record_type_id, org_id);
create index records_created_by_idx on public.records (created_by);
create index attachments_org_id_idx on public.attachments (org_id);
create index attachments_record_id_idx on public.attachments (record_id, org_id);
create index attachments_uploaded_by_idx on public.attachments (uploaded_by);
create index posts_author_id_idx on public.posts (author_id);
create index posts_published_idx on public.posts (published_at) where status = 'published';

create index schedules_org_id_idx on public.schedules (org_id);
create index schedules_created_by_idx on public.schedules (created_by);
create index schedules_due_idx on public.schedules (next_run_at) where is_active;
create index reminders_org_id_idx on public.reminders (org_id, due_at);
create index reminders_record_id_idx on public.reminders (record_id, org_id);
create index reminders_schedule_id_idx on public.reminders (schedule_id, org_id);
create index reminders_assigned_to_idx on public.reminders (assigned_to);
create index reminders_created_by_idx on public.reminders (created_by);
create index reminders_completed_by_idx on public.reminders (completed_by);
create index reminders_open_idx on public.reminders (due_at, id) where status in ('pending', 'sent');
create index notifications_outbox_org_id_idx on public.notifications_outbox (org_id);
create index notifications_outbox_user_id_idx on public.notifications_outbox (user_id, created_at);
create index notifications_outbox_waiting_idx on public.notifications_outbox (created_at, id)
  where status in ('pending', 'failed');

create index usage_events_org_id_idx on public.usage_events (org_id, event_type, created_at);
create index usage_events_user_id_idx on public.usage_events (user_id, created_at);
create index usage_events_type_idx on public.usage_events (event_type, created_at);
create index usage_events_created_at_idx on public.usage_events (created_at);
create index usage_aggregations_org_id_idx on public.usage_aggregations (org_id, period_type, period_start);
create index usage_aggregations_user_id_idx on public.usage_aggregations (user_id);
create index usage_aggregations_period_idx on public.usage_aggregations (period_type, period_start, event_type);

create index audit_logs_created_at_idx on public.audit_logs (created_at, id);
create index audit_logs_org_id_idx on public.audit_logs (org_id, created_at);
create index audit_logs_actor_id_idx on public.audit_logs (actor_id, created_at);
create index audit_logs_entity_idx on public.audit_logs (entity_type, entity_id);
create index audit_logs_action_idx on public.audit_logs (action, created_at);
create index idempotency_keys_org_id_idx on public.idempotency_keys (org_id);
create index idempotency_keys_expires_at_idx on public.idempotency_keys (expires_at);
create index rate_limits_user_id_idx on public.rate_limits (user_id);
create index rate_limits_org_id_idx on public.rate_limits (org_id);
create index rate_limits_window_idx on public.rate_limits (window_start);
