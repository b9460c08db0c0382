-- Who may do what, and what people wrote about it.

-- Rights of the roles that people have, as statements: nothing first, then what there is.
create or replace function console_sync.grant_statements(p_what text, p_acl aclitem[], p_columns text default null) returns text
language sql stable
set search_path = ''
as $$
  select coalesce(string_agg(
    format('; grant %s%s on %s to %s', lower(g.rights), p_columns, p_what, g.role), '' order by g.rights, g.role), '')
  from (
    select string_agg(distinct a.privilege_type || '', ', ' order by a.privilege_type || '') as rights,
      case when a.grantee = 0 then 'public' else quote_ident(r.rolname) end as role
    from pg_catalog.aclexplode(p_acl) a left join pg_catalog.pg_roles r on r.oid = a.grantee
    where (a.grantee = 0 or r.rolname in ('anon', 'authenticated'))
      and a.privilege_type in ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'EXECUTE', 'USAGE')
    group by a.grantee, r.rolname
  ) g
$$;

-- A column list in brackets turns "select, update" into a right on that column alone.
create or replace function console_sync.column_grants(p_table regclass) returns text
language sql stable
set search_path = ''
as $$
  select coalesce(string_agg(format('; grant %s (%I) on table %s to %s', lower(x.privilege_type), a.attname, p_table,
    case when x.grantee = 0 then 'public' else quote_ident(r.rolname) end), '' order by a.attnum, x.privilege_type, r.rolname), '')
  from pg_catalog.pg_attribute a
  cross join lateral pg_catalog.aclexplode(a.attacl) x
  left join pg_catalog.pg_roles r on r.oid = x.grantee
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped
    and (x.grantee = 0 or r.rolname in ('anon', 'authenticated')) and x.privilege_type in ('SELECT', 'INSERT', 'UPDATE')
$$;

-- The start of a policy's statement; null when it is about other roles than those that people have.
create or replace function console_sync.policy_head(p_policy oid) returns text
language sql stable
set search_path = ''
as $$
  select format('create policy %I on %s as %s for %s to ', p.polname, p.polrelid::regclass,
    case when p.polpermissive then 'permissive' else 'restrictive' end,
    case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end)
    || case when p.polroles = '{0}' then 'public'
      else (select string_agg(quote_ident(r.rolname), ', ' order by r.rolname) from pg_catalog.pg_roles r
        where r.oid = any (p.polroles) and r.rolname in ('anon', 'authenticated', 'service_role')) end
  from pg_catalog.pg_policy p where p.oid = p_policy
$$;

create or replace function console_sync.list_access()
returns table (kind text, name text, part_of text, sql text, undo text, more jsonb)
language sql stable
set search_path = ''
as $$
  select 'row security', c.oid::regclass::text, c.oid::regclass::text,
    format('alter table %s enable row level security', c.oid::regclass),
    format('alter table if exists %s disable row level security', c.oid::regclass), '{}'::jsonb
  from console_sync.own_relations() c where c.relrowsecurity

  union all
  select 'policy', format('%s.%I', c.oid::regclass, p.polname), c.oid::regclass::text,
    console_sync.policy_head(p.oid)
      || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
      || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', ''),
    format('drop policy if exists %I on %s', p.polname, c.oid::regclass),
    -- Where it can't be had, the server alone decides: it sends only rows that the person may see.
    jsonb_build_object('standIn', console_sync.policy_head(p.oid)
      || case when p.polcmd <> 'a' then ' using (true)' else '' end
      || case when p.polcmd in ('a', 'w', '*') then ' with check (true)' else '' end)
  from console_sync.own_relations() c join pg_catalog.pg_policy p on p.polrelid = c.oid
  where console_sync.policy_head(p.oid) is not null

  union all
  select 'grant', format('table %s', c.oid::regclass), c.oid::regclass::text,
    format('revoke all on table %s from public, anon, authenticated', c.oid::regclass)
      || console_sync.grant_statements(format('table %s', c.oid::regclass), coalesce(c.relacl, pg_catalog.acldefault('r', c.relowner)))
      || console_sync.column_grants(c.oid),
    null, '{}'
  from console_sync.own_relations() c

  union all
  select 'grant', format('sequence %s', c.oid::regclass), null,
    format('revoke all on sequence %s from public, anon, authenticated', c.oid::regclass)
      || console_sync.grant_statements(format('sequence %s', c.oid::regclass), coalesce(c.relacl, pg_catalog.acldefault('s', c.relowner))),
    null, '{}'
  from pg_catalog.pg_class c
  where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace
    and not console_sync.is_extensions_own('pg_catalog.pg_class', c.oid)

  union all
  select 'grant', format('routine %s', f.oid::regprocedure), null,
    format('revoke all on routine %s from public, anon, authenticated', f.oid::regprocedure)
      || console_sync.grant_statements(format('routine %s', f.oid::regprocedure), coalesce(p.proacl, pg_catalog.acldefault('f', p.proowner))),
    null, '{}'
  from console_sync.own_functions() f join pg_catalog.pg_proc p on p.oid = f.oid

  union all
  select 'comment', w.what, w.part_of, format('comment on %s is %L', w.what, d.description),
    format('comment on %s is null', w.what), '{}'
  from (
    select 'pg_catalog.pg_class'::regclass as catalogue, c.oid, 0 as place, c.oid::regclass::text as part_of,
      format('%s %s', case when c.relkind in ('v', 'm') then 'view' else 'table' end, c.oid::regclass) as what
    from console_sync.own_relations() c
    union all
    select 'pg_catalog.pg_class'::regclass, c.oid, a.attnum, c.oid::regclass::text, format('column %s.%I', c.oid::regclass, a.attname)
    from console_sync.own_relations() c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    union all
    select 'pg_catalog.pg_proc'::regclass, f.oid, 0, null, format('routine %s', f.oid::regprocedure)
    from console_sync.own_functions() f
    union all
    select 'pg_catalog.pg_type'::regclass, t.oid, 0, null,
      format('%s %s', case when t.typtype = 'd' then 'domain' else 'type' end, t.oid::regtype)
    from pg_catalog.pg_type t
    where t.typnamespace = 'public'::regnamespace and t.typtype in ('e', 'd', 'c')
  ) w
  join pg_catalog.pg_description d on d.classoid = w.catalogue and d.objoid = w.oid and d.objsubid = w.place
$$;
