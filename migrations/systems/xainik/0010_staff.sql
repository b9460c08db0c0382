-- Who is asking, how a function says no, and the clocks of rows.

create function xainik.is_staff_role(p_role public.user_role) returns boolean
language sql immutable set search_path = ''
as $$
  select p_role = 'admin'
$$;
comment on function xainik.is_staff_role(public.user_role) is 'Whether people of this role may use the console.';

create function public.console_role() returns text
language sql stable security definer set search_path = ''
as $$
  select role from public.users where id = auth.uid() and is_active and xainik.is_staff_role(role)
$$;
comment on function public.console_role() is 'The caller''s role, or null for who may not use the console.';

create function public.has_permission(p_permission text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.users where id = auth.uid() and is_active and role = 'admin')
$$;
comment on function public.has_permission(text) is 'Whether the caller, as staff, may do what the permission is for. Admins may do everything.';

create function xainik.refuse(p_column text, p_code text, p_message text, p_params jsonb default '{}')
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP400', message = p_message, column = p_column,
    detail = jsonb_build_object('code', p_code, 'params', jsonb_strip_nulls(p_params))::text;
end
$$;
comment on function xainik.refuse(text, text, text, jsonb) is 'Ends a call that breaks a rule.';

create function xainik.lost(p_code text, p_message text, p_params jsonb, p_current jsonb, p_retry_args jsonb)
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP409', message = p_message, detail = jsonb_build_object(
    'code', p_code, 'params', jsonb_strip_nulls(p_params), 'current', p_current, 'retry_args', p_retry_args)::text;
end
$$;
comment on function xainik.lost(text, text, jsonb, jsonb, jsonb)
  is 'Ends a call because somebody else changed what it was decided on.';

create function xainik.require_permission(p_permission text) returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if public.console_role() is null then
    raise exception using errcode = '42501', message = 'Only active staff members can do this.',
      hint = 'Sign in with a staff account, or ask an admin to activate yours.',
      detail = '{"code": "xainik.staff_only", "params": {}}';
  elsif not public.has_permission(p_permission) then
    raise exception using errcode = '42501', message = format('You need the permission %s for this.', p_permission),
      hint = 'Ask an admin to grant it to you.',
      detail = jsonb_build_object('code', 'xainik.permission_needed', 'params', jsonb_build_object('permission', p_permission))::text;
  end if;
  return auth.uid();
end
$$;
comment on function xainik.require_permission(text) is 'The id of the calling staff member; refuses who lacks the permission.';

create function xainik.text_of(p_text text, p_column text, p_max integer) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_text text := nullif(btrim(p_text, E' \t\r\n'), '');
begin
  if char_length(v_text) > p_max then
    perform xainik.refuse(p_column, 'xainik.text_too_long',
      format('The text has %s characters; at most %s are allowed. Shorten it.', char_length(v_text), p_max),
      jsonb_build_object('length', char_length(v_text), 'max', p_max));
  end if;
  return v_text;
end
$$;
comment on function xainik.text_of(text, text, integer) is 'A text without the space around it, null when nothing is left; refuses one that is too long.';

create function xainik.derived_id(p_main uuid, p_kind text) returns uuid
language sql immutable set search_path = ''
as $$
  select pg_catalog.md5(p_main::text || ':' || p_kind)::uuid
$$;
comment on function xainik.derived_id(uuid, text)
  is 'The id of a row that comes with another one: the same wherever the call is run.';

create function xainik.decided_at(p_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when p_at is null or p_at > now() + interval '5 minutes' then now() else p_at end
$$;
comment on function xainik.decided_at(timestamptz)
  is 'A caller''s clock, but never more than 5 minutes ahead of this one.';

create function xainik.is_server() returns boolean
language sql stable set search_path = ''
as $$
  select not exists (select from pg_catalog.pg_namespace where nspname = 'outpost')
$$;
comment on function xainik.is_server()
  is 'No on a console''s mirror, which keeps its own books in the schema outpost: there, numbers wait for the server.';

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
    'users', 'user_profiles', 'pitches', 'endorsements', 'shared_pitches', 'resume_requests', 'recruiter_notes',
    'service_plans', 'user_subscriptions', 'invoices', 'donations', 'numbering_state'
  ] loop
    execute format('create trigger %1$I before update on public.%2$I
      for each row execute function public.update_updated_at_column()', v_table || '_updated_at', v_table);
  end loop;
end
$$;

-- A role or a permission opens and closes whole tables for somebody, although no row of these changes.
create function xainik.tell_console() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if xainik.is_server() and exists (
    select from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'console_sync' and p.proname = 'bump_visibility'
  ) then
    perform console_sync.bump_visibility((to_jsonb(coalesce(new, old)) ->> tg_argv[0])::uuid);
  end if;
  return null;
end
$$;
comment on function xainik.tell_console() is 'Has the person''s consoles compare what they hold with what the person may see.';

create trigger user_permissions_tell_console after insert or update or delete on public.user_permissions
  for each row execute function xainik.tell_console('user_id');
create trigger users_tell_console after update of role, is_active on public.users
  for each row when (old.role is distinct from new.role or old.is_active is distinct from new.is_active)
  execute function xainik.tell_console('id');

select xainik.record_migration('0010_staff', 'Who may use the console, and the parts that functions share.');
