-- Every foreign key, and the orders and filters that desks and webhooks ask for.

create unique index profiles_email_key on public.profiles (lower(email));
create index profiles_status_idx on public.profiles (status);
create index profiles_full_name_idx on public.profiles (full_name);
create index profiles_suspended_idx on public.profiles (id) where status = 'SUSPENDED';

create unique index agents_email_key on public.agents (lower(email));
create index agents_active_idx on public.agents (full_name) where is_active;

create index products_active_idx on public.products (name) where is_active;
create index products_dossier_type_idx on public.products (dossier_type);

create index payment_links_product_id_idx on public.payment_links (product_id);
create index payment_links_created_by_idx on public.payment_links (created_by);
create index payment_links_user_id_idx on public.payment_links (user_id);
create index payment_links_prospect_email_idx on public.payment_links (lower(prospect_email));
create index payment_links_open_idx on public.payment_links (expires_at) where used_at is null;

create index orders_user_id_idx on public.orders (user_id, created_at);
create index orders_product_id_idx on public.orders (product_id);
create index orders_payment_link_id_idx on public.orders (payment_link_id);
create index orders_status_idx on public.orders (status, created_at);
create index orders_unpaid_idx on public.orders (created_at, id) where status = 'PENDING';

create index payment_reminders_user_id_idx on public.payment_reminders (user_id);
create index payment_reminders_order_id_idx on public.payment_reminders (order_id, sent_at);
create index payment_reminders_sent_by_idx on public.payment_reminders (sent_by_type, sent_by_id);

create index stripe_events_order_id_idx on public.stripe_events (order_id);
create index stripe_events_waiting_idx on public.stripe_events (received_at) where processed_at is null;

create index product_steps_step_id_idx on public.product_steps (step_id);

create index dossiers_user_id_idx on public.dossiers (user_id, created_at);
create index dossiers_product_id_idx on public.dossiers (product_id);
create index dossiers_assigned_to_idx on public.dossiers (assigned_to, status);
create index dossiers_status_idx on public.dossiers (status, updated_at);
create index dossiers_current_step_instance_id_idx on public.dossiers (current_step_instance_id, id);
create index dossiers_created_at_idx on public.dossiers (created_at, id);
create index dossiers_updated_at_idx on public.dossiers (updated_at, id);

create index step_instances_step_id_idx on public.step_instances (step_id);
create index step_instances_running_idx on public.step_instances (dossier_id) where completed_at is null;

create index dossier_assignments_dossier_id_idx on public.dossier_assignments (dossier_id, assigned_at);
create index dossier_assignments_agent_id_idx on public.dossier_assignments (agent_id);
create index dossier_assignments_assigned_by_idx on public.dossier_assignments (assigned_by);
create unique index dossier_assignments_one_holder on public.dossier_assignments (dossier_id) where released_at is null;

create index step_document_requirements_document_type_id_idx on public.step_document_requirements (document_type_id);

-- The review queue: the longest waiting first.
create index documents_waiting_idx on public.documents (waiting_since, id) where status = 'PENDING';
create index documents_waiting_by_type_idx on public.documents (document_type_id, waiting_since, id)
  where status = 'PENDING';
create index documents_dossier_id_idx on public.documents (dossier_id, status);
create index documents_document_type_id_idx on public.documents (document_type_id);
create index documents_step_instance_id_idx on public.documents (step_instance_id, dossier_id);
create index documents_current_version_id_idx on public.documents (current_version_id, id);

create index document_versions_uploaded_by_idx on public.document_versions (uploaded_by_type, uploaded_by_id);
create index document_versions_uploaded_at_idx on public.document_versions (uploaded_at);

create index document_reviews_document_id_idx on public.document_reviews (document_id, reviewed_at);
create index document_reviews_version_idx on public.document_reviews (document_version_id, document_id);
create index document_reviews_reviewer_id_idx on public.document_reviews (reviewer_id, reviewed_at);

create index messages_dossier_id_idx on public.messages (dossier_id, created_at);
create index messages_sender_idx on public.messages (sender_type, sender_id);
create index messages_unread_idx on public.messages (dossier_id) where read_at is null;

create index events_entity_idx on public.events (entity_type, entity_id);
create index events_dossier_id_idx on public.events (dossier_id, created_at);
create index events_user_id_idx on public.events (user_id, created_at);
create index events_actor_idx on public.events (actor_type, actor_id);
create index events_created_at_idx on public.events (created_at);
create index events_type_idx on public.events (event_type, created_at);

create index notifications_user_id_idx on public.notifications (user_id, created_at);
create index notifications_event_id_idx on public.notifications (event_id);
create index notifications_dossier_id_idx on public.notifications (dossier_id);
create index notifications_unread_idx on public.notifications (user_id) where read_at is null;

create index notification_deliveries_waiting_idx on public.notification_deliveries (created_at)
  where status = 'PENDING';
create index notification_deliveries_status_idx on public.notification_deliveries (status);
