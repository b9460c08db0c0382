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

-- Answers the caller's role, or refuses.
create or replace function console_sync.require_staff() returns text
language plpgsql stable
as $$
declare
  v_role text := console_sync.role();
begin
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

-- What of the server's control data tells a restored, branched or swapped server from the one it was:
-- the cluster, its timeline, and the database and table that hold our identity (a dump brings new ones).
create or replace function console_sync.timeline() returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_text text := 'console_sync.identity'::regclass::oid::text;
begin
  select v_text || ':' || d.oid into v_text from pg_catalog.pg_database d where d.datname = current_database();
  begin
    select v_text || ':' || c.system_identifier into v_text from pg_catalog.pg_control_system() c;
    v_text := v_text || ':' || left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()), 8);
  exception when insufficient_privilege or object_not_in_prerequisite_state or undefined_function or feature_not_supported then
    -- A server that hides its control data has only the rest to be known by; the answer must not vary with time.
    null;
  end;
  return v_text;
end
$$;

create or replace function console_sync.epoch() returns text
language sql stable security definer
set search_path = ''
as $$
  select md5(i.epoch::text || ':' || console_sync.timeline()) from console_sync.identity i
$$;

-- Changes when the caller may see more or fewer rows although no row changed: their role, a policy, a function
-- that a policy calls, a grant, or an epoch that the system bumped.
create or replace function console_sync.visibility_digest(p_role text) returns text
language sql stable security definer
set search_path = ''
as $$
  with followed as (
    select r.id, r.generation, c.oid, c.relrowsecurity, c.relacl::text as acl,
      (select coalesce(string_agg(k, ','), '') from unnest(r.key_columns) k) as key
    from console_sync.relations r
    join pg_catalog.pg_class c on c.oid = to_regclass(format('%I.%I', r.schema_name, r.table_name))
  ),
  rules as (
    -- The version of a catalogue row stands for its content: far cheaper to read than the definition.
    select 'policy ' || p.oid || ' ' || p.xmin as rule
    from pg_catalog.pg_policy p join followed f on f.oid = p.polrelid
    union
    select 'function ' || f.oid || ' ' || f.xmin
    from pg_catalog.pg_policy p
    join followed t on t.oid = p.polrelid
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_policy'::regclass and d.objid = p.oid
      and d.refclassid = 'pg_catalog.pg_proc'::regclass
    join pg_catalog.pg_proc f on f.oid = d.refobjid
    union
    select 'table ' || id || ' ' || generation || ' ' || oid || ' ' || relrowsecurity || ' ' || coalesce(acl, '') || ' ' || key
    from followed
  )
  select md5(
    coalesce((select v.epoch from console_sync.visibility v where v.person = auth.uid()), 0)::text
    || '|' || p_role || '|' || coalesce((select string_agg(rule, ';' order by rule) from rules), '')
  )
$$;

-- For a system's own triggers and functions: this person now sees more or fewer rows than before, although these
-- rows did not change. Their consoles will compare what they hold with what they may see.
create or replace function console_sync.bump_visibility(p_person uuid) returns void
language sql
security definer
set search_path = ''
as $$
  insert into console_sync.visibility as v (person) values (p_person)
  on conflict (person) do update set epoch = v.epoch + 1
$$;
