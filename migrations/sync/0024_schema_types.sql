-- What a project is made of, as one list: each object of the schema public by its kind and name, with the statement
-- that makes it and the one that takes it away. A mirror lists itself by the same functions, so a difference between
-- the two is a difference of the lists. An empty search path makes every name in every statement a full one.
--
-- `part_of`: the relation that an object belongs to. `more`: what a mirror must know to do it its own way.

-- Whether something came with an extension: it is the extension's business. Sets no search path, so that it becomes part
-- of the query that asks.
create or replace function console_sync.is_extensions_own(p_catalogue regclass, p_object oid) returns boolean
language sql stable
as $$
  select exists (
    select from pg_catalog.pg_depend d where d.classid = p_catalogue and d.objid = p_object and d.deptype = 'e'
  )
$$;

-- The types of the schema public that a type is built on, itself included, by name.
create or replace function console_sync.types_below(p_type oid) returns setof text
language sql stable
set search_path = ''
as $$
  with recursive below (oid) as (
    select p_type
    union
    select part.oid
    from below b
    join pg_catalog.pg_type t on t.oid = b.oid
    cross join lateral (
      select t.typelem as oid where t.typelem <> 0
      union all
      select t.typbasetype where t.typbasetype <> 0
      union all
      select a.atttypid from pg_catalog.pg_attribute a
      where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
    ) part
  )
  select t.oid::regtype::text from below b join pg_catalog.pg_type t on t.oid = b.oid
  where t.typnamespace = 'public'::regnamespace and t.typelem = 0
$$;

create or replace function console_sync.list_types()
returns table (kind text, name text, part_of text, sql text, undo text, more jsonb)
language sql stable
set search_path = ''
as $$
  select 'extension', e.extname::text, null,
    format('create schema if not exists %1$I; create extension if not exists %2$I with schema %1$I cascade', n.nspname, e.extname),
    format('drop extension if exists %I cascade', e.extname), '{}'::jsonb
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
  where e.extname <> 'plpgsql'

  union all
  select 'type', t.oid::regtype::text, null,
    format('create type %s as enum (%s)', t.oid::regtype, string_agg(quote_literal(l.enumlabel), ', ' order by l.enumsortorder)),
    format('drop type if exists %s cascade', t.oid::regtype),
    jsonb_build_object('labels', jsonb_agg(l.enumlabel order by l.enumsortorder))
  from pg_catalog.pg_type t join pg_catalog.pg_enum l on l.enumtypid = t.oid
  where t.typnamespace = 'public'::regnamespace and not console_sync.is_extensions_own('pg_catalog.pg_type', t.oid)
  group by t.oid

  union all
  select 'type', t.oid::regtype::text, null,
    format('create domain %s as %s', t.oid::regtype, format_type(t.typbasetype, t.typtypmod))
      || case when t.typcollation <> b.typcollation then format(' collate %s', t.typcollation::regcollation) else '' end
      || coalesce(' default ' || t.typdefault, '')
      || case when t.typnotnull then ' not null' else '' end
      || coalesce((
        select string_agg(format(' constraint %I %s', c.conname, pg_get_constraintdef(c.oid)), '' order by c.conname)
        from pg_catalog.pg_constraint c where c.contypid = t.oid and c.contype = 'c'), ''),
    format('drop domain if exists %s cascade', t.oid::regtype),
    jsonb_build_object('uses', (select jsonb_agg(u order by u) from console_sync.types_below(t.typbasetype) u))
  from pg_catalog.pg_type t join pg_catalog.pg_type b on b.oid = t.typbasetype
  where t.typtype = 'd' and t.typnamespace = 'public'::regnamespace
    and not console_sync.is_extensions_own('pg_catalog.pg_type', t.oid)

  union all
  select 'type', t.oid::regtype::text, null,
    format('create type %s as (%s)', t.oid::regtype, (
      select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
      from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)),
    format('drop type if exists %s cascade', t.oid::regtype),
    jsonb_build_object('uses', (
      select jsonb_agg(distinct u) from pg_catalog.pg_attribute a cross join lateral console_sync.types_below(a.atttypid) u
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
  from pg_catalog.pg_class c join pg_catalog.pg_type t on t.typrelid = c.oid
  where c.relkind = 'c' and c.relnamespace = 'public'::regnamespace
    and not console_sync.is_extensions_own('pg_catalog.pg_type', t.oid)

  union all
  -- Without its numbers: those are the server's to give out.
  select 'sequence', c.oid::regclass::text, null, format('create sequence %s as %s', c.oid::regclass, s.seqtypid::regtype),
    format('drop sequence if exists %s cascade', c.oid::regclass), '{}'
  from pg_catalog.pg_class c join pg_catalog.pg_sequence s on s.seqrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and not console_sync.is_extensions_own('pg_catalog.pg_class', c.oid)
    and not exists (
      select from pg_catalog.pg_depend d
      where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'i'
    )
$$;
