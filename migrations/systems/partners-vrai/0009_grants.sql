-- Who may touch which columns at all; the policies then say which rows. A project grants everything to everyone by
-- default, so this starts from nothing. Decisions are not here: they go through functions that carry the rules.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'profiles', 'agents', 'products', 'payment_links', 'orders', 'payment_reminders', 'stripe_events', 'steps',
    'product_steps', 'dossiers', 'step_instances', 'dossier_assignments', 'document_types',
    'step_document_requirements', 'documents', 'document_versions', 'document_reviews', 'messages', 'events',
    'notifications', 'notification_deliveries'
  ] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from public, anon, authenticated', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant all on public.%I to service_role', v_table);
  end loop;
end
$$;

revoke all on sequence public.dossier_reference_number from public, anon, authenticated;

-- The catalogue and the staff: super admins.
grant insert, update, delete on public.products, public.steps, public.product_steps, public.document_types,
  public.step_document_requirements to authenticated;
grant insert, update on public.agents to authenticated;

-- Plain facts that clients and staff correct. The status of a profile is not one of them: payments set it.
grant insert (id, email, full_name, phone, country, language, notification_channels) on public.profiles
  to authenticated;
grant update (full_name, phone, country, language, notification_channels) on public.profiles to authenticated;
grant update (company_name) on public.dossiers to authenticated;

-- What clients send. Status, version number and time are the server's.
grant insert (id, dossier_id, document_type_id, step_instance_id) on public.documents to authenticated;
grant insert (id, document_id, file_url, file_name, mime_type, size_bytes, sha256, uploaded_by_type, uploaded_by_id)
  on public.document_versions to authenticated;
grant insert (id, dossier_id, sender_type, sender_id, body) on public.messages to authenticated;

-- Read marks.
grant update (read_at) on public.messages, public.notifications to authenticated;
