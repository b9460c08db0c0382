-- Who may use the console, and what system this is. A system says it with two functions of its own:
--   public.console_role() returns text      the person's role in the console, null for "may not use it"
--   public.console_system() returns jsonb   {"system": name, "version": number of its last migration}
-- A project without them is "plain": every signed-in person may use the console, under their own policies.

-- The caller's role, or null when the console is not for them.
create or replace function console_sync.role() returns text
language plpgsql stable
as $$
declare
  v_role text;
begin
  if auth.uid() is null then
    return null;
  end if;
  if pg_catalog.to_regprocedure('public.console_role()') is null then
    return 'authenticated';
  end if;
  execute 'select public.console_role()' into v_role;
  return v_role;
end
$$;

-- A token lives on for up to an hour after its account was blocked or deleted; the account itself tells.
create or replace function console_sync.account_state() returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_user jsonb;
begin
  select to_jsonb(u) into v_user from auth.users u where u.id = auth.uid();
  return case
    when v_user is null or v_user ->> 'deleted_at' is not null then 'gone'
    when (v_user ->> 'banned_until')::timestamptz > now() then 'banned'
    else 'active' end;
end
$$;

-- Answers the caller's role, or refuses.
create or replace function console_sync.require_staff() returns text
language plpgsql stable
as $$
declare
  v_state constant text := console_sync.account_state();
  v_role text := console_sync.role();
begin
  if auth.uid() is not null and v_state <> 'active' then
    raise exception using errcode = '42501', message = 'This account is blocked, or does not exist any more.',
      detail = pg_catalog.jsonb_build_object('code', 'account_' || v_state)::text;
  end if;
  if v_role is null then
    raise exception using errcode = '42501', message = 'This account may not use the console.',
      detail = '{"code": "not_staff"}', hint = 'Ask an administrator of this product to give you a staff role.';
  end if;
  return v_role;
end
$$;

create or replace function console_sync.system() returns jsonb
language plpgsql stable
as $$
declare
  v_system jsonb;
begin
  if pg_catalog.to_regprocedure('public.console_system()') is not null then
    execute 'select public.console_system()' into v_system;
    return v_system;
  end if;
  return pg_catalog.jsonb_build_object('system', 'plain', 'version', console_sync.shape_digest());
end
$$;

-- Changes when a followed table's columns change: the schema version of a project that has none.
create or replace function console_sync.shape_digest() returns text
language sql stable security definer
set search_path = ''
as $$
  select md5(coalesce(string_agg(r.id || ':' || a.attname || ':' || a.atttypid || ':' || a.atttypmod, ',' order by r.id, a.attnum), ''))
  from console_sync.relations r
  join pg_catalog.pg_attribute a on a.attrelid = to_regclass(r.source) and a.attnum > 0 and not a.attisdropped
$$;
