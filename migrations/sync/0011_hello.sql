-- Who the server is, who the caller is there, and what can be mirrored.

-- The caller's own account: e-mail and name, as far as it says them.
create or replace function console_sync.account(out email text, out name text) returns record
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_user jsonb;
begin
  select to_jsonb(u) into v_user from auth.users u where u.id = auth.uid();
  email := coalesce(v_user ->> 'email', '');
  name := coalesce(v_user -> 'raw_user_meta_data' ->> 'full_name', v_user -> 'raw_user_meta_data' ->> 'name');
end
$$;

-- The followed relations, and the tables of the schema public that are not, each with why not:
-- no_key (no primary key), not_followed (track_all() was not run since it, its key or its triggers changed).
create or replace function console_sync.inventory()
returns table (relation text, source regclass, key_columns text[], rows double precision, bytes bigint, left_out text)
language sql stable security definer
set search_path = ''
as $$
  with tables as (
    select c.oid, n.nspname, c.relname, c.relowner from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    left join console_sync.relations r on r.schema_name = n.nspname and r.table_name = c.relname
    where (n.nspname = 'public' or r.id is not null) and c.relkind in ('r', 'p') and not c.relispartition
      and c.relpersistence = 'p'
      and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
      )
  ),
  parts as (
    select t.oid as root, t.oid as part from tables t
    union
    select t.oid, p.relid from tables t cross join lateral pg_catalog.pg_partition_tree(t.oid) p
  ),
  sizes as (
    select p.root, sum(greatest(c.reltuples, 0)) as rows, sum(pg_catalog.pg_table_size(c.oid)) as bytes,
      bool_and(console_sync.is_followed(c.oid, pg_catalog.pg_has_role(o.rolname, c.relowner, 'usage'))) as followed
    from parts p join pg_catalog.pg_class c on c.oid = p.part
    -- Whoever installed this made the triggers.
    cross join (
      select a.rolname from pg_catalog.pg_class s join pg_catalog.pg_roles a on a.oid = s.relowner
      where s.oid = 'console_sync.relations'::regclass
    ) o
    group by p.root
  )
  select t.nspname || '.' || t.relname, to_regclass(r.source), r.key_columns, s.rows, s.bytes::bigint,
    case when k.names is null then 'no_key'
      when r.id is null or not s.followed or r.key_columns <> k.names or r.key_types <> k.types then 'not_followed' end
  from tables t
  join sizes s on s.root = t.oid
  left join console_sync.relations r on r.schema_name = t.nspname and r.table_name = t.relname
  left join console_sync.primary_key(t.oid) k on true
  order by 1
$$;

-- The first word with a server. `leftOut` names the tables that can't be mirrored, each with why not.
create or replace function public.console_hello()
returns jsonb
language plpgsql stable
as $$
declare
  v_role constant text := console_sync.require_staff();
  v_account record := console_sync.account();
  v_system constant jsonb := console_sync.system();
  v_relations jsonb;
  v_left_out jsonb;
begin
  select
    coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
      'relation', i.relation, 'key', i.key_columns, 'rows', i.rows, 'bytes', i.bytes)) filter (where i.why is null), '[]'),
    coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object('relation', i.relation, 'reason', i.why))
      filter (where i.why is not null), '[]')
  into v_relations, v_left_out
  from (
    select n.*, coalesce(n.left_out, case
      when not coalesce(n.key_columns <@ console_sync.travelling_columns(n.source), false) then 'no_permission' end) as why
    from console_sync.inventory() n
  ) i;

  return pg_catalog.jsonb_build_object(
    'serverId', console_sync.server_id(),
    'epoch', console_sync.epoch(),
    'system', v_system ->> 'system',
    'schemaVersion', v_system ->> 'version',
    'schemaDigest', console_sync.schema_digest(),
    'syncVersion', 2,
    'person', pg_catalog.jsonb_build_object(
      'id', auth.uid(), 'email', v_account.email, 'name', v_account.name, 'role', v_role),
    'visibility', console_sync.visibility_digest(v_role),
    'cursor', pg_current_snapshot()::text,
    'now', now(),
    'relations', v_relations,
    'leftOut', v_left_out,
    'hints', console_sync.sends_hints()
  );
end
$$;
