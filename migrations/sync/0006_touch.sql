-- The trigger that keeps the row index of a followed table.
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
    if tg_when = 'BEFORE' then
      perform console_sync.index_untouched(v_relation, tg_relid);
    else
      perform console_sync.index_all(v_relation, tg_relid);
    end if;
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

-- Rows that were there before the table was followed, and were not touched since, have no place in the index. Once a
-- truncate has taken them nobody could tell which they were: they get their place before.
create or replace function console_sync.index_untouched(p_relation smallint, p_table regclass) returns void
language plpgsql
set search_path = ''
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  v_key constant text[] := (console_sync.primary_key(coalesce(pg_catalog.pg_partition_root(p_table), p_table))).names;
begin
  if v_key is not null then
    execute format(
      'insert into console_sync.row_index (relation, key, xid, deleted) select $1, %s, pg_current_xact_id(), false from %s t'
      || ' on conflict (relation, key) do nothing',
      console_sync.key_expression('t', v_key), p_table)
    using p_relation;
  end if;
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
