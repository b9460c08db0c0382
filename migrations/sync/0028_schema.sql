-- The whole list, a short text that changes whenever the list may have changed, and the door to it.

create or replace function console_sync.schema() returns jsonb
language sql stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    jsonb_build_object('kind', o.kind, 'name', o.name, 'partOf', o.part_of, 'sql', o.sql, 'undo', o.undo) || jsonb_strip_nulls(o.more)
    order by o.kind, o.name), '[]')
  from (
    select * from console_sync.list_types()
    union all select * from console_sync.list_tables()
    union all select * from console_sync.list_code()
    union all select * from console_sync.list_access()
  ) o
$$;

-- Changes whenever an object of the schema public may have changed. The version of a catalogue row stands for its
-- content: far cheaper to read than the definitions, and asked for at every pull; below 16384 lies what never changes. It may change for nothing (a
-- truncate gives a table new files); a console then finds two equal lists.
create or replace function console_sync.schema_digest() returns text
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return (
    with relations as (
      select c.oid, c.xmin from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace
    ),
    versions (version) as (
      select 'c' || c.oid || '.' || c.xmin from relations c
      union all
      select 'a' || a.attrelid || '.' || a.attnum || '.' || a.xmin
      from pg_catalog.pg_attribute a join relations c on c.oid = a.attrelid where a.attnum > 0
      union all
      select 'd' || d.oid || '.' || d.xmin from pg_catalog.pg_attrdef d join relations c on c.oid = d.adrelid
      union all
      select 'k' || k.oid || '.' || k.xmin from pg_catalog.pg_constraint k where k.connamespace = 'public'::regnamespace
      union all
      select 't' || t.oid || '.' || t.xmin from pg_catalog.pg_type t where t.typnamespace = 'public'::regnamespace
      union all
      select 'e' || e.oid || '.' || e.xmin from pg_catalog.pg_enum e
      union all
      -- Not our own, which each installation makes anew.
      select 'f' || f.oid || '.' || f.xmin from pg_catalog.pg_proc f
      where f.oid >= 16384 and f.pronamespace <> 'console_sync'::regnamespace
        and (f.proname !~ '^console_' or f.proname in ('console_role', 'console_system'))
      union all
      select 'p' || p.oid || '.' || p.xmin from pg_catalog.pg_policy p
      union all
      select 'g' || g.oid || '.' || g.xmin from pg_catalog.pg_trigger g join relations c on c.oid = g.tgrelid
      union all
      select 'r' || r.oid || '.' || r.xmin from pg_catalog.pg_rewrite r join relations c on c.oid = r.ev_class
      union all
      select 'i' || i.inhrelid || '.' || i.xmin from pg_catalog.pg_inherits i
      union all
      select 'x' || x.oid || '.' || x.xmin from pg_catalog.pg_extension x
      union all
      select 'w' || w.classoid || '.' || w.objoid || '.' || w.objsubid || '.' || w.xmin
      from pg_catalog.pg_description w
      left join pg_catalog.pg_class o on w.classoid = 'pg_catalog.pg_class'::regclass and o.oid = w.objoid
      where w.objoid >= 16384 and o.relnamespace is distinct from 'console_sync'::regnamespace
    )
    select md5(count(*) || ':' || coalesce(sum(pg_catalog.hashtextextended(v.version, 0)::numeric), 0)) from versions v
  );
end
$$;

create or replace function public.console_schema() returns jsonb
language plpgsql stable
as $$
begin
  perform console_sync.require_staff();
  return jsonb_build_object('schemaDigest', console_sync.schema_digest(), 'objects', console_sync.schema());
end
$$;

-- These came after 0022_grants.sql, which names them too, for when it is run again alone.
do $$
declare
  v_function regprocedure;
begin
  for v_function in
    select p.oid from pg_catalog.pg_proc p
    where (p.pronamespace = 'console_sync'::regnamespace and p.proname in (
        'is_extensions_own', 'types_below', 'list_types', 'column_list', 'own_relations', 'list_tables', 'own_functions', 'list_code',
        'grant_statements', 'column_grants', 'policy_head', 'list_access', 'schema', 'schema_digest'))
      or (p.pronamespace = 'public'::regnamespace and p.proname = 'console_schema')
  loop
    execute format('revoke all on function %s from public, anon, authenticated, service_role', v_function);
    execute format('grant execute on function %s to authenticated', v_function);
  end loop;
end
$$;
