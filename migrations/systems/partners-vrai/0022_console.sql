-- What the console asks first, and who may call what. A later migration replaces console_system with its own number.

create function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "partners-vrai", "version": "22"}'::jsonb
$$;
comment on function public.console_system() is 'Which system this is, and the number of its last migration.';

-- A project lets everyone call every function in public by default.
do $$
declare
  v_function regprocedure;
begin
  foreach v_function in array array[
    'public.is_staff()', 'public.is_super_admin()', 'public.is_active_client()',
    'public.own_dossier_ids()', 'public.own_document_ids()', 'public.console_role()', 'public.console_system()',
    'public.update_updated_at_column()', 'public.generate_payment_link_token()',
    'public.allowed_dossier_transitions(public.dossier_status_code)', 'public.get_next_step_for_dossier(uuid)',
    'public.are_step_documents_complete(uuid)',
    'public.review_document(uuid, uuid, public.review_status, text, uuid, uuid, timestamptz)',
    'public.change_dossier_status(uuid, public.dossier_status_code, public.dossier_status_code, text, uuid, timestamptz)',
    'public.assign_dossier(uuid, uuid, uuid, text, uuid, timestamptz)',
    'public.create_payment_link(uuid, text, text, numeric, timestamptz, uuid, text, timestamptz)',
    'public.send_payment_reminder(uuid, public.notification_channel, uuid, timestamptz)',
    'public.send_message(uuid, text, uuid, timestamptz)'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public, anon', v_function);
    execute format('grant execute on function %s to authenticated, service_role', v_function);
  end loop;
end
$$;
revoke execute on function public.update_updated_at_column() from authenticated;
