-- What the console asks first, and who may call what. A later migration replaces console_system with its own number.

create function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "linkdev", "version": "23"}'::jsonb
$$;
comment on function public.console_system() is 'Which system this is, and the number of its last migration.';

-- A project lets everyone call every function in public by default.
do $$
declare
  v_function regprocedure;
begin
  foreach v_function in array array[
    'public.console_role()', 'public.console_system()', 'public.is_staff()', 'public.is_super_admin()',
    'public.own_org_ids()', 'public.writable_org_ids()', 'public.owned_org_ids()',
    'public.get_audit_stats(uuid, integer)', 'public.check_username_available(text)', 'public.complete_onboarding(uuid)',
    'public.check_feature_access(uuid, text, uuid)', 'public.organisations_over_limit(text, text, bigint)',
    'public.generate_invite_token()', 'public.generate_signed_url(uuid, integer)',
    'public.invite_member(uuid, text, text, timestamptz, uuid, text, timestamptz)',
    'public.revoke_invite(uuid, uuid, timestamptz)',
    'public.change_member_role(uuid, uuid, text, text, uuid, timestamptz)',
    'public.remove_member(uuid, uuid, text, uuid, timestamptz)',
    'public.change_account_type(uuid, text, text, uuid, timestamptz)',
    'public.change_organization_plan(uuid, text, text, integer, uuid, timestamptz)',
    'public.change_seats(uuid, integer, integer, uuid, timestamptz)',
    'public.cancel_subscription(uuid, uuid, timestamptz)', 'public.resume_subscription(uuid, uuid, timestamptz)',
    'public.set_plan_feature(text, text, jsonb, jsonb, uuid, timestamptz)',
    'public.complete_reminder(uuid, text, uuid, timestamptz)',
    'public.settle_notification(uuid, text, text, uuid, timestamptz)'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public, anon', v_function);
    execute format('grant execute on function %s to authenticated, service_role', v_function);
  end loop;

  -- Jobs, webhooks and the API's own guards; and what only triggers run.
  foreach v_function in array array[
    'public.cleanup_expired_invites()', 'public.create_reminders_from_schedules()',
    'public.emit_notification_event(uuid, uuid, text, jsonb, uuid, timestamptz)',
    'public.aggregate_usage(text, timestamptz, timestamptz)',
    'public.get_or_create_rate_limit_bucket(text, integer, uuid, uuid)',
    'public.check_rate_limit_bucket(text, integer, integer, uuid, uuid)',
    'public.cleanup_expired_idempotency_keys()', 'public.cleanup_expired_rate_limits()',
    'public.update_updated_at_column()', 'public.prevent_audit_log_modification()', 'public.handle_new_user()'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public, anon, authenticated', v_function);
    execute format('grant execute on function %s to service_role', v_function);
  end loop;
end
$$;
