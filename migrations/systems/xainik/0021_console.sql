-- What the console asks first, and who may call what. A later migration replaces console_system with its own number.

create function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "xainik", "version": "21"}'::jsonb
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
      'console_role', 'has_permission', 'is_active_user', 'is_public_pitch', 'open_shared_pitch', 'console_system',
      'update_updated_at_column', 'allowed_request_transitions', 'moderate_pitch', 'moderate_endorsement',
      'moderate_shared_pitch', 'change_user_role', 'grant_permission', 'revoke_permission', 'change_request_status',
      'add_recruiter_note', 'issue_invoice', 'void_invoice', 'record_receipt', 'archive_payment_events', 'resend_email')
  loop
    execute format('revoke all on function %s from public, anon', v_function);
    execute format('grant execute on function %s to authenticated, service_role', v_function);
  end loop;
end
$$;
revoke execute on function public.update_updated_at_column() from authenticated;
grant execute on function public.open_shared_pitch(text) to anon;

select xainik.record_migration('0021_console', 'What the console asks first, and who may call what.');
