-- Following a table: statement-level triggers, one for each way to change it, and one for before it is emptied.

-- Whether all five triggers are on a table as they were made. A trigger that was switched off and on again shows:
-- it comes back without ALWAYS.
create or replace function console_sync.is_followed(p_table regclass, p_always boolean) returns boolean
language sql stable
set search_path = ''
as $$
  select count(*) = 5
  from pg_catalog.pg_trigger t
  join pg_catalog.pg_proc f on f.oid = t.tgfoid
  where t.tgrelid = p_table and f.pronamespace = 'console_sync'::regnamespace and f.proname like 'touch\_%'
    and (t.tgenabled = 'A' or (t.tgenabled = 'O' and not p_always))
$$;

-- Whether these triggers were made for the primary key that the table has now. With others it is followed as well, at a
-- higher price for each write.
create or replace function console_sync.is_up_to_date(p_table regclass) returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from pg_catalog.pg_trigger t
    join pg_catalog.pg_index i on i.indrelid = t.tgrelid and i.indisprimary
    where t.tgrelid = p_table and t.tgname = 'console_sync_insert'
      -- Each argument of a trigger is ended by a zero byte.
      and t.tgargs = pg_catalog.convert_to(i.indexrelid::text, pg_catalog.getdatabaseencoding()) || '\x00'::bytea
        || pg_catalog.convert_to(pg_catalog.pg_get_indexdef(i.indexrelid), pg_catalog.getdatabaseencoding()) || '\x00'::bytea
  )
$$;

-- Only an owner may make a trigger fire always; auth.users belongs to somebody else on a hosted project.
create or replace function console_sync.may_alter(p_table regclass) returns boolean
language sql stable
set search_path = ''
as $$
  select pg_catalog.pg_has_role(current_user, c.relowner, 'usage') from pg_catalog.pg_class c where c.oid = p_table
$$;

create or replace function console_sync.attach(p_relation smallint, p_table regclass, p_always boolean) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_event record;
  v_key oid;
begin
  select i.indexrelid into v_key from pg_catalog.pg_index i where i.indrelid = p_table and i.indisprimary;
  for v_event in
    select * from (values
      ('insert', 'after insert', 'referencing new table as new_rows'),
      ('update', 'after update', 'referencing old table as old_rows new table as new_rows'),
      ('delete', 'after delete', 'referencing old table as old_rows'),
      ('truncating', 'before truncate', ''),
      ('truncate', 'after truncate', '')
    ) as e (name, moment, tables)
  loop
    execute format(
      'create or replace trigger console_sync_%s %s on %s %s for each statement execute function console_sync.touch_%s(%s, %L)',
      v_event.name, v_event.moment, p_table, v_event.tables, p_relation, v_key, pg_catalog.pg_get_indexdef(v_key));
    -- Also for writes under session_replication_role = replica, which seeds and restores like to use.
    if p_always then
      execute format('alter table %s enable always trigger console_sync_%s', p_table, v_event.name);
    end if;
  end loop;
end
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

  perform console_sync.make_touch(v_id, p_table);
  for v_part in
    select p_table
    union
    select t.relid from pg_catalog.pg_partition_tree(p_table) t
  loop
    if not console_sync.is_followed(v_part, v_always) then
      perform console_sync.attach(v_id, v_part, v_always);
      v_mended := true;
    elsif not console_sync.is_up_to_date(v_part) then
      perform console_sync.attach(v_id, v_part, v_always);
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
