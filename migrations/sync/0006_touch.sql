-- The triggers that keep the row index of a followed table.
--
-- An error here is the product's error: nothing is swallowed, because a change that the index misses is a row that
-- is wrong in every console, for good, and nobody would know. So the trigger is built to have nothing to fail on:
-- it asks the catalogue for the key each time, takes no lock that the product's own write does not hold already,
-- and when a table has lost its key it says so in the registry and lets the write through.
--
-- Each relation has a function of its own, with its key written into the statement, so that a session plans it once
-- and not at every write. It runs that statement only as long as the catalogue has the very key that it was made for;
-- else it asks for one made for the key that the table has now.

-- The text of a value as it is in a key, whatever the session's settings are.
create or replace function console_sync.key_text(p_value anyelement) returns text
language plpgsql stable
set search_path = ''
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
begin
  return p_value::text;
end
$$;

-- The statement that notes the rows which one statement has touched, in its transition tables.
create or replace function console_sync.noting(p_relation smallint, p_table regclass, p_key text[], p_event text) returns text
language plpgsql stable
set search_path = ''
as $$
declare
  v_key text;
  v_source text;
begin
  select
    case
      -- bool, int8, int2, int4, oid, numeric, uuid: nothing in their text needs an escape, so that JSON is only quotes.
      when bool_and(a.atttypid in (16, 20, 21, 23, 26, 1700, 2950))
        then '''["'' || ' || string_agg(format('t.%I::text', k.name), ' || ''", "'' || ' order by k.place) || ' || ''"]'''
      else 'pg_catalog.jsonb_build_array(' || string_agg(
        case
          -- Those, and name, text, bpchar, varchar: no setting changes how they are written.
          when a.atttypid in (16, 19, 20, 21, 23, 25, 26, 1042, 1043, 1700, 2950) then format('t.%I::text', k.name)
          else format('console_sync.key_text(t.%I)', k.name)
        end, ', ' order by k.place) || ')::text'
    end
  into v_key
  from unnest(p_key) with ordinality as k (name, place)
  join pg_catalog.pg_attribute a on a.attrelid = p_table and a.attname = k.name;

  -- One statement may bring a row twice (two foreign keys that cascade onto it), hence distinct and group.
  v_source := case p_event
    when 'INSERT' then format('select distinct %s, false from new_rows t', v_key)
    when 'DELETE' then format('select distinct %s, true from old_rows t', v_key)
    else format(
      'select key, bool_and(deleted) from ('
      || 'select %1$s, false from new_rows t union all select %1$s, true from old_rows t) as k (key, deleted) group by key', v_key)
  end;
  return format(
    'insert into console_sync.row_index as i (relation, key, deleted, xid) '
    || 'select %s, k.key, k.deleted, pg_catalog.pg_current_xact_id() from (%s) as k (key, deleted) '
    || 'on conflict (relation, key) do update set xid = excluded.xid, deleted = excluded.deleted',
    p_relation, v_source);
end
$$;

-- Makes the trigger function of a relation. Arguments of its triggers: the index of the primary key, and how that is
-- defined. A key of other columns or other types has another index, and a column of another name shows in this one; to ask
-- for the whole definition would be a quarter of what a write of one row costs.
create or replace function console_sync.make_touch(p_relation smallint, p_table regclass) returns void
language plpgsql
set search_path = ''
as $$
declare
  v_key constant record := console_sync.primary_key(p_table);
begin
  execute format($sql$
    create or replace function console_sync.touch_%1$s() returns trigger
    language plpgsql security definer
    set search_path = ''
    as $touch$
    declare
      v_is_same boolean := false;
      v_statement text;
    begin
      if tg_op = 'TRUNCATE' then
        if tg_when = 'BEFORE' then
          perform console_sync.index_untouched(%1$s::smallint, tg_relid);
        else
          perform console_sync.index_all(%1$s::smallint, tg_relid);
        end if;
        return null;
      end if;

      if %7$s then
        v_is_same := exists (
          select from console_sync.relations where id = %1$s and key_columns = %2$L and key_types = %3$L
        );
      end if;
      if not v_is_same then
        v_statement := console_sync.noting_anew(%1$s::smallint, tg_relid, tg_op);
        if v_statement is not null then
          execute v_statement;
        end if;
      elsif tg_op = 'INSERT' then
        %4$s;
      elsif tg_op = 'UPDATE' then
        %5$s;
      else
        %6$s;
      end if;
      return null;
    end
    $touch$
    $sql$,
    p_relation, v_key.names, v_key.types,
    console_sync.noting(p_relation, p_table, v_key.names, 'INSERT'),
    console_sync.noting(p_relation, p_table, v_key.names, 'UPDATE'),
    console_sync.noting(p_relation, p_table, v_key.names, 'DELETE'),
    (
      select string_agg(format('pg_catalog.pg_get_indexdef(tg_argv[0]::oid, %s, false) = %L', k.place, quote_ident(k.name)), ' and '
        order by k.place)
      from unnest(v_key.names) with ordinality as k (name, place)
    ));
  execute format(
    'revoke all on function console_sync.touch_%s() from public, anon, authenticated, service_role', p_relation);
end
$$;

-- For a table whose key is another one than its function was made for: brings the registry up to date, and answers
-- the statement for the key that it has now. Null when there is nothing to note.
create or replace function console_sync.noting_anew(p_relation smallint, p_table regclass, p_event text) returns text
language plpgsql
set search_path = ''
as $$
declare
  v_key text[];
  v_types text[];
  v_known boolean;
begin
  select k.names, k.types, r.key_columns = k.names and r.key_types = k.types into v_key, v_types, v_known
  from console_sync.primary_key(p_table) k
  left join console_sync.relations r on r.id = p_relation;

  if v_key is null then
    update console_sync.relations set key_columns = '{}', key_types = '{}', generation = generation + 1
    where id = p_relation and key_columns <> '{}';
    raise warning 'The console no longer follows %: it has no primary key.', p_table;
    return null;
  end if;
  if v_known is null then
    -- Taken out of the registry.
    return null;
  end if;
  if not v_known then
    delete from console_sync.row_index where relation = p_relation;
    update console_sync.relations set key_columns = v_key, key_types = v_types, generation = generation + 1
    where id = p_relation;
  end if;
  return console_sync.noting(p_relation, p_table, v_key, p_event);
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
