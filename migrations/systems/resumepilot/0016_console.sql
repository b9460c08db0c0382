-- What the console asks first, and who may call what. A later migration replaces console_system with its own number.

create function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "resumepilot", "version": "16"}'::jsonb
$$;
comment on function public.console_system() is 'Which system this is, and the number of its last migration.';

-- A project lets everyone call every function in public by default.
do $$
declare
  v_function regprocedure;
begin
  for v_function in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname in (
      'console_role', 'has_permission', 'console_system', 'update_updated_at_column', 'plan_limits', 'usage_month',
      'increment_usage', 'get_user_subscription_status', 'correct_usage', 'requeue_generation', 'change_subscription',
      'purge_due', 'export_person', 'erase_person', 'change_permission', 'suspend_admin',
      'profiles_without_account')
  loop
    execute format('revoke all on function %s from public, anon', v_function);
    execute format('grant execute on function %s to authenticated, service_role', v_function);
  end loop;
end
$$;
revoke execute on function public.update_updated_at_column() from authenticated;

-- Inner functions are run by those above; the view of what is due asks one of them with its reader's rights.
revoke execute on all functions in schema resumepilot from public;
grant execute on function resumepilot.kept_since(public.retention_kind, timestamptz) to authenticated, service_role;
