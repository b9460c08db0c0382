-- Who is asking, how a function says no, and the clocks of rows.

-- Types of arguments only, so that a form can offer the choice; the columns are text with a check.
create type public.plan_choice as enum ('starter', 'pro', 'career', 'coach');
create type public.subscription_status_choice as enum ('active', 'canceled', 'past_due', 'unpaid');
create type public.retention_kind as enum ('interviews', 'usage', 'events');
create type public.staff_permission as enum ('usage', 'generations', 'subscriptions', 'retention', 'people');

create function resumepilot.role_of(p_user_id uuid) returns text
language sql stable security definer set search_path = ''
as $$
  -- A person may be on the list under two addresses; suspended under one of them is suspended.
  select max(role) from public.admin_users where user_id = p_user_id
  having bool_or(permissions @> '{"suspended": true}') is not true
$$;
comment on function resumepilot.role_of(uuid) is 'The role of a staff member who is not suspended, else null.';

create function public.console_role() returns text
language sql stable security definer set search_path = ''
as $$
  select resumepilot.role_of(auth.uid())
$$;
comment on function public.console_role() is 'The caller''s role, or null for who may not use the console.';

create function public.has_permission(p_permission public.staff_permission) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce(public.console_role() = 'super_admin' or (public.console_role() = 'admin' and exists (
    select from public.admin_users where user_id = auth.uid() and permissions @> jsonb_build_object(p_permission::text, true))), false)
$$;
comment on function public.has_permission(public.staff_permission)
  is 'Whether the caller, as staff, may do what the permission is for. Super admins may do everything.';

create function resumepilot.refuse(p_column text, p_code text, p_message text, p_params jsonb default '{}')
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP400', message = p_message, column = p_column,
    detail = jsonb_build_object('code', p_code, 'params', jsonb_strip_nulls(p_params))::text;
end
$$;
comment on function resumepilot.refuse(text, text, text, jsonb) is 'Ends a call that breaks a rule.';

create function resumepilot.lost(p_code text, p_message text, p_params jsonb, p_current jsonb, p_retry_args jsonb)
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP409', message = p_message, detail = jsonb_build_object(
    'code', p_code, 'params', jsonb_strip_nulls(p_params), 'current', p_current, 'retry_args', p_retry_args)::text;
end
$$;
comment on function resumepilot.lost(text, text, jsonb, jsonb, jsonb)
  is 'Ends a call because somebody else changed what it was decided on.';

create function resumepilot.require_member() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if public.console_role() is null then
    raise exception using errcode = '42501', message = 'Only active staff members can do this.',
      hint = 'Sign in with a staff account, or ask a super admin to let you back in.',
      detail = '{"code": "resumepilot.staff_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function resumepilot.require_member() is 'The id of the calling staff member; refuses everybody else.';

create function resumepilot.require_super_admin() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if resumepilot.require_member() is not null and public.console_role() <> 'super_admin' then
    raise exception using errcode = '42501', message = 'Only super admins can do this.', hint = 'Ask a super admin.',
      detail = '{"code": "resumepilot.super_admin_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function resumepilot.require_super_admin() is 'The id of the calling super admin; refuses everybody else.';

create function resumepilot.require_permission(p_permission public.staff_permission) returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if resumepilot.require_member() is not null and not public.has_permission(p_permission) then
    raise exception using errcode = '42501', message = format('You need the permission %s for this.', p_permission),
      hint = 'Ask a super admin to grant it to you.',
      detail = jsonb_build_object('code', 'resumepilot.permission_needed', 'params', jsonb_build_object('permission', p_permission))::text;
  end if;
  return auth.uid();
end
$$;
comment on function resumepilot.require_permission(public.staff_permission)
  is 'The id of the calling staff member; refuses who lacks the permission.';

create function resumepilot.require_self_or_staff(p_user_id uuid) returns void
language plpgsql stable set search_path = ''
as $$
begin
  -- Without a person it is the product itself, which holds the service key.
  if auth.uid() is not null and auth.uid() is distinct from p_user_id then
    perform resumepilot.require_permission('usage');
  end if;
end
$$;
comment on function resumepilot.require_self_or_staff(uuid) is 'Refuses people who ask about somebody else.';

create function resumepilot.reason_of(p_reason text) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_reason text := nullif(btrim(p_reason, E' \t\r\n'), '');
begin
  if v_reason is null then
    perform resumepilot.refuse('p_reason', 'resumepilot.reason_required', 'Write why: the reason stays in the log.');
  elsif char_length(v_reason) > 2000 then
    perform resumepilot.refuse('p_reason', 'resumepilot.text_too_long',
      format('The text has %s characters; at most 2000 are allowed. Shorten it.', char_length(v_reason)),
      jsonb_build_object('length', char_length(v_reason), 'max', 2000));
  end if;
  return v_reason;
end
$$;
comment on function resumepilot.reason_of(text) is 'A reason without the space around it; refuses one that says nothing or is too long.';

create function resumepilot.decided_at(p_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when p_at is null or p_at > now() + interval '5 minutes' then now() else p_at end
$$;
comment on function resumepilot.decided_at(timestamptz)
  is 'A caller''s clock, but never more than 5 minutes ahead of this one.';

create function resumepilot.is_server() returns boolean
language sql stable set search_path = ''
as $$
  select not exists (select from pg_catalog.pg_namespace where nspname = 'outpost')
$$;
comment on function resumepilot.is_server() is 'No on a console''s mirror, which keeps its own books in the schema outpost.';

create function resumepilot.write_event(
  p_id uuid, p_type text, p_user_id uuid, p_entity_type text, p_entity_id uuid, p_details jsonb, p_at timestamptz
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.system_events (id, event_type, user_id, event_data, created_at)
  values (p_id, p_type, p_user_id, jsonb_strip_nulls(jsonb_build_object(
    'actor', auth.uid(), 'entity_type', p_entity_type, 'entity_id', p_entity_id) || p_details), p_at)
$$;
comment on function resumepilot.write_event(uuid, text, uuid, text, uuid, jsonb, timestamptz)
  is 'Writes down what the caller has done.';

create function public.update_updated_at_column() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.updated_at = now();
  return new;
end
$$;
comment on function public.update_updated_at_column() is 'Keeps updated_at.';

create trigger update_profiles_updated_at before update on public.profiles
  for each row execute function public.update_updated_at_column();
create trigger update_subscriptions_updated_at before update on public.subscriptions
  for each row execute function public.update_updated_at_column();
create trigger update_usage_tracking_updated_at before update on public.usage_tracking
  for each row execute function public.update_updated_at_column();

-- A place on the staff opens and closes every table for somebody, although no row of these changes.
create function resumepilot.tell_console() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_person uuid;
begin
  if to_regprocedure('console_sync.bump_visibility(uuid)') is null then
    return null;
  end if;
  for v_person in
    select distinct p from (values (case when tg_op <> 'INSERT' then old.user_id end), (case when tg_op <> 'DELETE' then new.user_id end))
      as of (p) where p is not null
  loop
    execute 'select console_sync.bump_visibility($1)' using v_person;
  end loop;
  return null;
end
$$;
comment on function resumepilot.tell_console() is 'Has the person''s consoles compare what they hold with what the person may see.';

create trigger admin_users_tell_console after insert or update or delete on public.admin_users
  for each row execute function resumepilot.tell_console();
