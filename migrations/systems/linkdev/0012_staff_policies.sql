-- What staff see: everything of the customers' business. What protects the API, and Stripe's raw events, are for super
-- admins.
--
-- Helpers are wrapped in a select, so that they run once a statement, and compared with null, so that the planner
-- expects the answer to be yes. Postgres tries policies in reverse order of their names: "staff …" before "members …",
-- whose subqueries then never run.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'users', 'organizations', 'organization_members', 'invites', 'products', 'prices', 'billing_customers',
    'org_subscriptions', 'record_types', 'records', 'attachments', 'reminders', 'schedules', 'notifications_outbox',
    'audit_logs', 'posts', 'usage_events', 'usage_aggregations', 'plan_features'
  ] loop
    execute format(
      'create policy "staff see all" on public.%I for select to authenticated using ((select public.console_role()) is not null)',
      v_table);
  end loop;

  foreach v_table in array array['processed_events', 'idempotency_keys', 'rate_limits'] loop
    execute format(
      'create policy "super admins see all" on public.%I for select to authenticated using ((select public.is_super_admin()))',
      v_table);
  end loop;

  foreach v_table in array array['products', 'prices'] loop
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

create policy "staff write" on public.posts for insert to authenticated
  with check ((select public.console_role()) is not null);
create policy "staff change" on public.posts for update to authenticated
  using ((select public.console_role()) is not null) with check ((select public.console_role()) is not null);
create policy "staff remove" on public.posts for delete to authenticated
  using ((select public.console_role()) is not null);

create policy "staff correct" on public.users for update to authenticated
  using ((select public.console_role()) is not null) with check ((select public.console_role()) is not null);
create policy "staff correct" on public.organizations for update to authenticated
  using ((select public.console_role()) is not null) with check ((select public.console_role()) is not null);
