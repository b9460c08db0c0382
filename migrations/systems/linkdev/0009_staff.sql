-- Who is asking, how a function says no, and the clocks of rows. What is not for callers lives in linkdev, a schema on
-- which no one has rights.

create schema linkdev;
comment on schema linkdev is 'Inner parts of the system''s functions; not for callers.';

create function public.console_role() returns text
language sql stable security definer set search_path = ''
as $$
  select account_type from public.users where id = auth.uid() and account_type in ('super_admin', 'admin')
$$;
comment on function public.console_role() is 'admin, super_admin, or null for who may not use the console.';

create function public.is_staff() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.users where id = auth.uid() and account_type in ('super_admin', 'admin'))
$$;
comment on function public.is_staff() is 'Whether the caller may use the console.';

create function public.is_super_admin() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.users where id = auth.uid() and account_type = 'super_admin')
$$;
comment on function public.is_super_admin() is 'Whether the caller may change plans, prices and the staff.';

create function linkdev.refuse(p_column text, p_code text, p_message text, p_params jsonb default '{}')
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP400', message = p_message, column = p_column,
    detail = jsonb_build_object('code', p_code, 'params', jsonb_strip_nulls(p_params))::text;
end
$$;
comment on function linkdev.refuse(text, text, text, jsonb) is 'Ends a call that breaks a rule.';

create function linkdev.lost(p_code text, p_message text, p_params jsonb, p_current jsonb, p_retry_args jsonb)
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP409', message = p_message, detail = jsonb_build_object(
    'code', p_code, 'params', jsonb_strip_nulls(p_params), 'current', p_current, 'retry_args', p_retry_args)::text;
end
$$;
comment on function linkdev.lost(text, text, jsonb, jsonb, jsonb)
  is 'Ends a call because somebody else changed what it was decided on.';

create function linkdev.require_staff() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if not public.is_staff() then
    raise exception using errcode = '42501', message = 'Only staff members can do this.',
      hint = 'Sign in with a staff account, or ask a super admin to make yours one.',
      detail = '{"code": "staff_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function linkdev.require_staff() is 'The id of the calling staff member; refuses everyone else.';

create function linkdev.require_super_admin() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if not public.is_super_admin() then
    raise exception using errcode = '42501', message = 'Only super admins can do this.',
      hint = 'Ask a super admin.', detail = '{"code": "super_admin_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function linkdev.require_super_admin() is 'The id of the calling super admin; refuses everyone else.';

create function linkdev.require_manager(p_org_id uuid) returns uuid
language plpgsql stable security definer set search_path = ''
as $$
begin
  if not public.is_staff() and not exists (
    select from public.organization_members where org_id = p_org_id and user_id = auth.uid() and role = 'owner'
  ) then
    raise exception using errcode = '42501', message = 'Only staff members and owners of the organisation can do this.',
      hint = 'Ask an owner of the organisation.', detail = '{"code": "manager_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function linkdev.require_manager(uuid) is 'The id of a staff member, or of an owner of the organisation.';

create function linkdev.derived_id(p_main uuid, p_kind text) returns uuid
language sql immutable set search_path = ''
as $$
  select pg_catalog.md5(p_main::text || ':' || p_kind)::uuid
$$;
comment on function linkdev.derived_id(uuid, text)
  is 'The id of a row that comes with another one: the same wherever the call is run.';

create function linkdev.decided_at(p_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when p_at is null or p_at > now() + interval '5 minutes' then now() else p_at end
$$;
comment on function linkdev.decided_at(timestamptz) is 'A caller''s clock, but never more than 5 minutes ahead of this one.';

create function public.update_updated_at_column() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.updated_at = now();
  return new;
end
$$;
comment on function public.update_updated_at_column() is 'Keeps updated_at.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'users', 'organizations', 'organization_members', 'invites', 'products', 'prices', 'billing_customers',
    'org_subscriptions', 'plan_features', 'record_types', 'records', 'posts', 'schedules', 'reminders',
    'notifications_outbox', 'usage_aggregations', 'rate_limits'
  ] loop
    execute format('create trigger %I before update on public.%I for each row execute function public.update_updated_at_column()',
      'update_' || v_table || '_updated_at', v_table);
  end loop;
end
$$;
