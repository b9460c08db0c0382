-- Who is asking, how a function says no, and the clocks of rows.

create function public.console_role() returns text
language sql stable security definer set search_path = ''
as $$
  select role from public.user_profiles where id = auth.uid() and role in ('moderator', 'admin')
$$;
comment on function public.console_role() is 'moderator, admin, or null for who may not use the console.';

create function dracarys.refuse(p_column text, p_code text, p_message text, p_params jsonb default '{}')
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP400', message = p_message, column = p_column,
    detail = jsonb_build_object('code', p_code, 'params', jsonb_strip_nulls(p_params))::text;
end
$$;
comment on function dracarys.refuse(text, text, text, jsonb) is 'Ends a call that breaks a rule.';

create function dracarys.lost(p_code text, p_message text, p_params jsonb, p_current jsonb, p_retry_args jsonb)
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP409', message = p_message, detail = jsonb_build_object(
    'code', p_code, 'params', jsonb_strip_nulls(p_params), 'current', p_current, 'retry_args', p_retry_args)::text;
end
$$;
comment on function dracarys.lost(text, text, jsonb, jsonb, jsonb)
  is 'Ends a call because somebody else changed what it was decided on.';

create function dracarys.require_staff() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if public.console_role() is null then
    raise exception using errcode = '42501', message = 'Only staff members can do this.',
      hint = 'Sign in with a staff account.', detail = '{"code": "dracarys.staff_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function dracarys.require_staff() is 'The id of the calling staff member; refuses everyone else.';

create function dracarys.require_admin() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if public.console_role() is distinct from 'admin' then
    raise exception using errcode = '42501', message = 'Only admins can do this.',
      hint = 'Ask an admin.', detail = '{"code": "dracarys.admin_only", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function dracarys.require_admin() is 'The id of the calling admin; refuses everyone else.';

create function dracarys.reason_of(p_reason text) returns text
language plpgsql stable set search_path = ''
as $$
declare
  v_reason text := nullif(btrim(p_reason, E' \t\r\n'), '');
begin
  if v_reason is null then
    perform dracarys.refuse('p_reason', 'dracarys.reason_required', 'Write why: the reason is kept in the log.');
  elsif char_length(v_reason) > 2000 then
    perform dracarys.refuse('p_reason', 'dracarys.reason_too_long',
      format('The reason has %s characters; at most 2000 are allowed. Shorten it.', char_length(v_reason)),
      jsonb_build_object('length', char_length(v_reason), 'max', 2000));
  end if;
  return v_reason;
end
$$;
comment on function dracarys.reason_of(text) is 'A reason without the space around it; refuses none, and one that is too long.';

create function dracarys.derived_id(p_main uuid, p_kind text) returns uuid
language sql immutable set search_path = ''
as $$
  select pg_catalog.md5(p_main::text || ':' || p_kind)::uuid
$$;
comment on function dracarys.derived_id(uuid, text)
  is 'The id of a row that comes with another one: the same wherever the call is run.';

create function dracarys.decided_at(p_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when p_at is null or p_at > now() + interval '5 minutes' then now() else p_at end
$$;
comment on function dracarys.decided_at(timestamptz) is 'A caller''s clock, but never more than 5 minutes ahead of this one.';

create function dracarys.name_of(p_person uuid) returns text
language sql stable security definer set search_path = ''
as $$
  select coalesce((select full_name from public.user_profiles where id = p_person), '—')
$$;
comment on function dracarys.name_of(uuid) is 'How a person is called in a sentence.';

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
    'user_profiles', 'user_progress', 'lessons', 'leaderboard', 'user_streaks', 'community_posts', 'community_comments',
    'live_sessions', 'subscription_plans', 'user_subscriptions'
  ] loop
    execute format('create trigger %I before update on public.%I for each row execute function public.update_updated_at_column()',
      v_table || '_updated_at', v_table);
  end loop;
end
$$;

-- A role opens and closes whole tables for somebody, although no row of these changes.
create function dracarys.tell_console() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- A mirror, which keeps its own books in the schema outpost, has no consoles to tell.
  if to_regnamespace('outpost') is null and to_regprocedure('console_sync.bump_visibility(uuid)') is not null then
    perform console_sync.bump_visibility(new.id);
  end if;
  return null;
end
$$;
comment on function dracarys.tell_console() is 'Has the person''s consoles compare what they hold with what the person may see.';

create trigger user_profiles_tell_console after update of role on public.user_profiles
  for each row when (old.role is distinct from new.role) execute function dracarys.tell_console();
