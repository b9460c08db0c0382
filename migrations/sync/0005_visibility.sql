-- Which rows a person may see can change without any row changing: a role is given or taken, a policy replaced.
-- Consoles are told by a text that is another one afterwards; they then compare what they hold with what they may see.

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
