-- What staff see and correct. The helpers are wrapped in a select, so that they run once a statement.

do $$
declare
  v_table text;
  v_of record;
begin
  foreach v_table in array array[
    'users', 'user_profiles', 'user_permissions', 'pitches', 'endorsements', 'referrals', 'shared_pitches',
    'resume_requests', 'recruiter_notes', 'notifications', 'service_plans', 'migration_audit'
  ] loop
    execute format(
      'create policy "staff see all" on public.%I for select to authenticated using ((select public.console_role()) is not null)',
      v_table);
  end loop;

  for v_of in
    select * from (values
      ('user_subscriptions', 'billing.manage'), ('invoices', 'billing.manage'), ('receipts', 'billing.manage'),
      ('donations', 'billing.manage'), ('payment_events', 'billing.manage'),
      ('payment_events_archive', 'billing.manage'), ('numbering_state', 'billing.manage'),
      ('email_logs', 'emails.manage'), ('user_activity_log', 'activity.read')
    ) as of (name, permission)
  loop
    execute format(
      'create policy "permitted staff see all" on public.%I for select to authenticated using ((select public.has_permission(%L)))',
      v_of.name, v_of.permission);
  end loop;
end
$$;

create policy "admins see all" on public.user_messages for select to authenticated
  using ((select public.console_role()) = 'admin');

create policy "permitted staff correct" on public.users for update to authenticated
  using ((select public.has_permission('users.manage'))) with check ((select public.has_permission('users.manage')));

create policy "permitted staff add" on public.service_plans for insert to authenticated
  with check ((select public.has_permission('billing.manage')));
create policy "permitted staff change" on public.service_plans for update to authenticated
  using ((select public.has_permission('billing.manage'))) with check ((select public.has_permission('billing.manage')));
create policy "permitted staff remove" on public.service_plans for delete to authenticated
  using ((select public.has_permission('billing.manage')));

create policy "permitted staff draft" on public.invoices for insert to authenticated
  with check ((select public.has_permission('billing.manage')) and status = 'draft');
create policy "permitted staff change drafts" on public.invoices for update to authenticated
  using ((select public.has_permission('billing.manage')) and status = 'draft')
  with check ((select public.has_permission('billing.manage')) and status = 'draft');
create policy "permitted staff remove drafts" on public.invoices for delete to authenticated
  using ((select public.has_permission('billing.manage')) and status = 'draft');

select xainik.record_migration('0012_staff_policies', 'What staff see and correct.');
