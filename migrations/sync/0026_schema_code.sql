-- What runs: functions, views, triggers.

-- The functions of the schema public, without those that begin with console_ (the doors), which every mirror has, and
-- those of other schemas whose functions are called by policies, triggers and defaults of the schema public.
create or replace function console_sync.own_functions() returns table (oid oid, schema_name name)
language sql stable
set search_path = ''
as $$
  with called as (
    select d.refobjid as oid
    from pg_catalog.pg_depend d
    left join pg_catalog.pg_policy o on d.classid = 'pg_catalog.pg_policy'::regclass and o.oid = d.objid
    left join pg_catalog.pg_trigger t on d.classid = 'pg_catalog.pg_trigger'::regclass and t.oid = d.objid
    left join pg_catalog.pg_attrdef a on d.classid = 'pg_catalog.pg_attrdef'::regclass and a.oid = d.objid
    join pg_catalog.pg_class c on c.oid = coalesce(o.polrelid, t.tgrelid, a.adrelid)
    where d.refclassid = 'pg_catalog.pg_proc'::regclass and c.relnamespace = 'public'::regnamespace
  )
  select p.oid, n.nspname
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  join pg_catalog.pg_language l on l.oid = p.prolang
  where p.prokind in ('f', 'p') and l.lanname not in ('c', 'internal')
    and (
      (n.nspname = 'public' and (p.proname !~ '^console_' or p.proname in ('console_role', 'console_system')))
      or n.oid in (
        select s.oid from called join pg_catalog.pg_proc f on f.oid = called.oid
        join pg_catalog.pg_namespace s on s.oid = f.pronamespace
        where s.nspname !~ '^pg_' and s.nspname not in ('public', 'information_schema', 'console_sync', 'outpost', 'auth',
          'storage', 'extensions', 'realtime', 'vault', 'net', 'supabase_functions')
      )
    )
    and not console_sync.is_extensions_own('pg_catalog.pg_proc', p.oid)
$$;

create or replace function console_sync.list_code()
returns table (kind text, name text, part_of text, sql text, undo text, more jsonb)
language sql stable
set search_path = ''
as $$
  select 'function', f.oid::regprocedure::text, null,
    case when f.schema_name = 'public' then ''
      else format('create schema if not exists %1$I; grant usage on schema %1$I to anon, authenticated; ', f.schema_name) end
      || pg_get_functiondef(f.oid),
    format('drop routine if exists %s cascade', f.oid::regprocedure), '{}'::jsonb
  from console_sync.own_functions() f

  union all
  -- A materialized view is a plain one here: its rows are worked out anew, and never old.
  select 'view', c.oid::regclass::text, null,
    format('create view %s%s as %s', c.oid::regclass,
      (select ' with (' || string_agg(o, ', ' order by o) || ')' from unnest(c.reloptions) o where o ~ '^security_'),
      pg_get_viewdef(c.oid)),
    format('drop view if exists %s cascade', c.oid::regclass), '{}'
  from console_sync.own_relations() c where c.relkind in ('v', 'm')

  union all
  select 'trigger', format('%s.%I', c.oid::regclass, t.tgname), c.oid::regclass::text,
    pg_get_triggerdef(t.oid) || case t.tgenabled
      when 'D' then format('; alter table %s disable trigger %I', c.oid::regclass, t.tgname)
      when 'R' then format('; alter table %s enable replica trigger %I', c.oid::regclass, t.tgname) else '' end,
    format('drop trigger if exists %I on %s', t.tgname, c.oid::regclass), '{}'
  from console_sync.own_relations() c
  join pg_catalog.pg_trigger t on t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0
  join pg_catalog.pg_proc p on p.oid = t.tgfoid
  join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  -- Those that keep the books, there and here.
  where n.nspname not in ('console_sync', 'outpost')
$$;
