-- Following a table: four statement-level triggers keep its row index.
--
-- An error here is the product's error: nothing is swallowed, because a change that the index misses is a row that
-- is wrong in every console, for good, and nobody would know. So the trigger is built to have nothing to fail on:
-- it asks the catalogue for the key each time, takes no lock that the product's own write does not hold already,
-- and when a table has lost its key it says so in the registry and lets the write through.

-- Notes the rows of one statement. Arguments: the relation's id.
create or replace function console_sync.touch() returns trigger
language plpgsql security definer
set search_path = ''
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  v_relation constant smallint := tg_argv[0]::smallint;
  v_key text[];
  v_types text[];
  v_known boolean;
  v_new text;
  v_old text;
begin
  if tg_op = 'TRUNCATE' then
    perform console_sync.index_all(v_relation, tg_relid);
    return null;
  end if;

  select k.names, k.types, r.key_columns = k.names and r.key_types = k.types into v_key, v_types, v_known
  from console_sync.primary_key(tg_relid) k
  left join console_sync.relations r on r.id = v_relation;

  if v_key is null then
    update console_sync.relations set key_columns = '{}', key_types = '{}', generation = generation + 1
    where id = v_relation and key_columns <> '{}';
    raise warning 'The console no longer follows %.%: it has no primary key.', tg_table_schema, tg_table_name;
    return null;
  end if;
  if v_known is null then
    -- Taken out of the registry.
    return null;
  end if;
  if not v_known then
    delete from console_sync.row_index where relation = v_relation;
    update console_sync.relations set key_columns = v_key, key_types = v_types, generation = generation + 1
    where id = v_relation;
  end if;

  v_new := console_sync.key_expression('n', v_key);
  v_old := console_sync.key_expression('o', v_key);
  -- One statement may bring a row twice (two foreign keys that cascade onto it), hence the distinct.
  execute 'insert into console_sync.row_index as i (relation, key, xid, deleted) '
    || case tg_op
      when 'INSERT' then 'select distinct $1, ' || v_new || ', pg_current_xact_id(), false from new_rows n'
      when 'DELETE' then 'select distinct $1, ' || v_old || ', pg_current_xact_id(), true from old_rows o'
      else 'select $1, k.key, pg_current_xact_id(), bool_and(k.deleted) from ('
        || 'select ' || v_new || ' as key, false as deleted from new_rows n union all '
        || 'select ' || v_old || ', true from old_rows o) k group by k.key'
    end
    || ' on conflict (relation, key) do update set xid = excluded.xid, deleted = excluded.deleted'
  using v_relation;
  return null;
end
$$;

-- Stamps every row that a table has, and a tombstone for every indexed row that it has not: after a truncate, or
-- after a time in which its triggers were off.
create or replace function console_sync.index_all(p_relation smallint, p_table regclass) returns void
language plpgsql
set search_path = ''
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  -- A truncate of one partition leaves the rows of the others.
  v_root constant regclass := coalesce(pg_catalog.pg_partition_root(p_table), p_table);
  v_key text[];
begin
  select names into v_key from console_sync.primary_key(v_root);
  update console_sync.row_index set xid = pg_current_xact_id(), deleted = true
  where relation = p_relation and not deleted;
  if v_key is null then
    return;
  end if;
  execute format(
    'insert into console_sync.row_index (relation, key, xid, deleted) select $1, %s, pg_current_xact_id(), false from %s t'
    || ' on conflict (relation, key) do update set xid = excluded.xid, deleted = false',
    console_sync.key_expression('t', v_key), v_root)
  using p_relation;
end
$$;

-- Whether all four triggers are on a table as they were made. A trigger that was switched off and on again shows:
-- it comes back without ALWAYS.
create or replace function console_sync.is_followed(p_table regclass, p_always boolean) returns boolean
language sql stable
set search_path = ''
as $$
  select count(*) = 4
  from pg_catalog.pg_trigger t
  where t.tgrelid = p_table and t.tgfoid = 'console_sync.touch()'::regprocedure
    and (t.tgenabled = 'A' or (t.tgenabled = 'O' and not p_always))
$$;

create or replace function console_sync.attach(p_relation smallint, p_table regclass, p_always boolean) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_event record;
begin
  for v_event in
    select * from (values
      ('insert', 'referencing new table as new_rows'),
      ('update', 'referencing old table as old_rows new table as new_rows'),
      ('delete', 'referencing old table as old_rows'),
      ('truncate', '')
    ) as e (name, tables)
  loop
    execute format(
      'create or replace trigger console_sync_%1$s after %1$s on %2$s %3$s for each statement execute function console_sync.touch(%4$s)',
      v_event.name, p_table, v_event.tables, p_relation);
    -- Also for writes under session_replication_role = replica, which seeds and restores like to use.
    if p_always then
      execute format('alter table %s enable always trigger console_sync_%s', p_table, v_event.name);
    end if;
  end loop;
end
$$;

-- Only an owner may make a trigger fire always; auth.users belongs to somebody else on a hosted project.
create or replace function console_sync.may_alter(p_table regclass) returns boolean
language sql stable
set search_path = ''
as $$
  select pg_catalog.pg_has_role(current_user, c.relowner, 'usage') from pg_catalog.pg_class c where c.oid = p_table
$$;

-- Starts to follow a table, with all its partitions; harmless to repeat. Answers the relation's id.
-- Refuses a table without a primary key (OP400).
create or replace function console_sync.track(p_table regclass) returns smallint
language plpgsql
set search_path = ''
as $$
declare
  v_schema text;
  v_name text;
  v_kind "char";
  v_key text[];
  v_types text[];
  v_source text;
  v_id smallint;
  v_was_known boolean;
  v_always constant boolean := console_sync.may_alter(p_table);
  v_part regclass;
  v_mended boolean := false;
begin
  select n.nspname, c.relname, c.relkind into v_schema, v_name, v_kind
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = p_table;
  select names, types into v_key, v_types from console_sync.primary_key(p_table);
  if v_kind not in ('r', 'p') or v_key is null then
    raise exception using errcode = 'OP400', message = format('%s can''t be followed: it has no primary key.', p_table),
      detail = '{"code": "relation.no_key"}';
  end if;

  v_source := case when p_table = to_regclass('auth.users') then console_sync.make_people_view()
    else format('%I.%I', v_schema, v_name) end;

  select r.id, true into v_id, v_was_known from console_sync.relations r
  where r.schema_name = v_schema and r.table_name = v_name;
  if v_id is null then
    insert into console_sync.relations (schema_name, table_name, source, key_columns, key_types)
    values (v_schema, v_name, v_source, v_key, v_types) returning id into v_id;
  end if;

  for v_part in
    select p_table
    union
    select t.relid from pg_catalog.pg_partition_tree(p_table) t
  loop
    if not console_sync.is_followed(v_part, v_always) then
      perform console_sync.attach(v_id, v_part, v_always);
      v_mended := true;
    end if;
  end loop;

  if v_was_known and (v_mended or exists (
    select from console_sync.relations r where r.id = v_id and (r.key_columns <> v_key or r.key_types <> v_types)
  )) then
    -- Rows may have changed unseen: say so for all of them, and let every console compare what it holds.
    delete from console_sync.row_index i using console_sync.relations r
    where r.id = v_id and i.relation = v_id and (r.key_columns <> v_key or r.key_types <> v_types);
    update console_sync.relations
    set key_columns = v_key, key_types = v_types, source = v_source, generation = generation + 1 where id = v_id;
    perform console_sync.index_all(v_id, p_table);
  end if;
  return v_id;
end
$$;

-- Staff see these columns of the people, and nothing else of auth.users. In a project that does not say who its
-- staff are, everybody sees only themselves.
create or replace function console_sync.make_people_view() returns text
language plpgsql
set search_path = ''
as $$
declare
  v_columns text;
  v_staffed constant boolean := to_regprocedure('public.console_role()') is not null;
begin
  select string_agg(case when a.attname is null then 'null' else format('u.%I', w.name) end
    || format('::%s as %I', w.type, w.name), ', ' order by w.place) into v_columns
  from (values (1, 'id', 'uuid'), (2, 'email', 'text'), (3, 'last_sign_in_at', 'timestamptz'), (4, 'banned_until', 'timestamptz'))
    as w (place, name, type)
  left join pg_catalog.pg_attribute a on a.attrelid = to_regclass('auth.users') and a.attname = w.name and not a.attisdropped;
  execute format(
    'create or replace view console_sync.people with (security_barrier = %s) as select %s from auth.users u where %s',
    -- The staff's condition is checked once, before any row is read; without a barrier a pull can use the index.
    not v_staffed,
    v_columns,
    case when v_staffed then '(select public.console_role()) is not null' else 'u.id = (select auth.uid())' end);
  revoke all on console_sync.people from public, anon, authenticated, service_role;
  grant select on console_sync.people to authenticated;
  return 'console_sync.people';
end
$$;

-- Follows every table of the schema public that has a primary key, and the people. To be run again after a
-- migration that adds tables or partitions. Answers how many relations are followed.
create or replace function console_sync.track_all() returns integer
language plpgsql
set search_path = ''
as $$
declare
  v_table regclass;
begin
  for v_table in
    select c.oid::regclass
    from pg_catalog.pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relpersistence = 'p'
      and (console_sync.primary_key(c.oid)).names is not null
      -- What an extension made is the extension's business.
      and not exists (
        select from pg_catalog.pg_depend d
        where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
      )
    order by c.relname
  loop
    perform console_sync.track(v_table);
  end loop;
  if to_regclass('auth.users') is not null then
    begin
      perform console_sync.track('auth.users'::regclass);
    exception when insufficient_privilege then
      raise warning 'The people of auth.users are not followed: %', sqlerrm;
    end;
  end if;
  return (select count(*) from console_sync.relations);
end
$$;
