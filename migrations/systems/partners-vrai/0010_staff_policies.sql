-- What staff see: everything of the clients' business. Stripe's raw events are for super admins.
--
-- Helpers are wrapped in a select, so that they run once a statement, and compared with null, so that the planner
-- expects the answer to be yes: of a bare boolean it expects half the rows of every table that is joined. Postgres tries
-- policies in reverse order of their names: "staff …" before "clients …", whose subqueries then never run.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'profiles', 'agents', 'products', 'payment_links', 'orders', 'payment_reminders', 'steps', 'product_steps',
    'dossiers', 'step_instances', 'dossier_assignments', 'document_types', 'step_document_requirements', 'documents',
    'document_versions', 'document_reviews', 'messages', 'events', 'notifications', 'notification_deliveries'
  ] loop
    execute format(
      'create policy "staff see all" on public.%I for select to authenticated using ((select public.console_role()) is not null)',
      v_table);
  end loop;

  foreach v_table in array array['products', 'steps', 'product_steps', 'document_types', 'step_document_requirements']
  loop
    execute format(
      'create policy "super admins add" on public.%I for insert to authenticated
         with check ((select public.is_super_admin()))', v_table);
    execute format(
      'create policy "super admins change" on public.%I for update to authenticated
         using ((select public.is_super_admin())) with check ((select public.is_super_admin()))', v_table);
    execute format(
      'create policy "super admins remove" on public.%I for delete to authenticated
         using ((select public.is_super_admin()))', v_table);
  end loop;
end
$$;

create policy "super admins see all" on public.stripe_events for select to authenticated
  using ((select public.is_super_admin()));

create policy "super admins add" on public.agents for insert to authenticated
  with check ((select public.is_super_admin()));
create policy "super admins change" on public.agents for update to authenticated
  using ((select public.is_super_admin())) with check ((select public.is_super_admin()));

create policy "staff correct" on public.profiles for update to authenticated
  using ((select public.console_role()) is not null) with check ((select public.console_role()) is not null);
create policy "staff correct" on public.dossiers for update to authenticated
  using ((select public.console_role()) is not null) with check ((select public.console_role()) is not null);
create policy "staff mark read" on public.messages for update to authenticated
  using ((select public.console_role()) is not null and sender_type = 'USER')
  with check ((select public.console_role()) is not null and sender_type = 'USER');
