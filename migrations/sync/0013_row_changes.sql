-- Inserts, updates and deletions of one row, as the caller.

-- The statement that inserts a row with these columns, its values an object in $1. Many rows of one shape may follow each
-- other: it is made once for them, and kept until the transaction ends or a row of another shape comes.
create or replace function console_sync.insert_statement(p_relation text, p_names text[]) returns text
language plpgsql
as $$
declare
  v_shape constant text := p_relation || p_names::text;
  v_table regclass;
  v_parts record;
  v_statement text;
begin
  if current_setting('console_sync.insert_shape', true) = v_shape then
    return current_setting('console_sync.insert', true);
  end if;
  v_table := console_sync.target(p_relation);
  v_parts := console_sync.column_parts(v_table, p_names);
  v_statement := case when v_parts.list is null then format('insert into %s as console_old default values', v_table)
    else format('insert into %s as console_old (%s) select %s from pg_catalog.jsonb_to_record($1) as console_new (%s)',
      v_table, v_parts.list, v_parts.source, v_parts.record) end;
  perform set_config('console_sync.insert_shape', v_shape, true), set_config('console_sync.insert', v_statement, true);
  return v_statement;
end
$$;

create or replace function console_sync.run_insert(p_operation jsonb, p_with_row boolean) returns jsonb
language plpgsql
as $$
declare
  v_values constant jsonb := p_operation -> 'values';
  v_insert constant text := console_sync.insert_statement(
    p_operation ->> 'relation', array(select jsonb_object_keys(v_values)));
  v_table regclass;
  v_key text[];
  v_count bigint;
  v_row jsonb;
begin
  if p_with_row then
    v_table := console_sync.target(p_operation ->> 'relation');
    select names into v_key from console_sync.primary_key(v_table);
  end if;
  if p_with_row and (v_key is null or not v_values ?& v_key) then
    -- The database makes the key: only "returning" can tell it, which needs the right to read the new row.
    execute format('%s returning %s', v_insert, console_sync.row_expression('console_old', v_table))
    using v_values into v_row;
    get diagnostics v_count = row_count;
  else
    execute v_insert using v_values;
    get diagnostics v_count = row_count;
    if p_with_row and v_count = 1 then
      execute format('select %s from %s console_old where %s', console_sync.row_expression('console_old', v_table), v_table,
        console_sync.key_match(v_table, (select jsonb_object_agg(k, v_values -> k) from unnest(v_key) k)))
      using v_values into v_row;
    end if;
  end if;
  if v_count = 0 then
    perform console_sync.raise_nothing_done(console_sync.target(p_operation ->> 'relation'));
  end if;
  return jsonb_build_object('merged', false, 'result', null, 'row', v_row::text);
end
$$;

-- The live row of a key, locked. Null when it is not there or not visible. Refuses (42501) when the caller may see
-- it but not change it.
create or replace function console_sync.lock_row(p_table regclass, p_match text, p_key jsonb, p_lock text) returns jsonb
language plpgsql
as $$
declare
  v_select constant text := format('select %s from %s console_old where %s',
    console_sync.row_expression('console_old', p_table), p_table, p_match);
  v_row jsonb;
begin
  execute v_select || ' for ' || p_lock using p_key into v_row;
  if v_row is null then
    execute v_select using p_key into v_row;
    if v_row is not null then
      raise exception using errcode = '42501', message = format('This row of %s may not be changed by you.', p_table);
    end if;
  end if;
  return v_row;
end
$$;

-- Conflicts are judged on the columns that the person really changed. `merged` says that another column of `base`
-- had changed meanwhile: a base of just the changed columns can't show that.
create or replace function console_sync.run_update(p_operation jsonb, p_with_row boolean) returns jsonb
language plpgsql
as $$
declare
  v_table constant regclass := console_sync.target(p_operation ->> 'relation');
  v_key constant jsonb := p_operation -> 'key';
  v_set constant jsonb := p_operation -> 'set';
  v_base jsonb := (p_operation ->> 'base')::jsonb;
  v_match constant text := console_sync.key_match(v_table, v_key);
  v_theirs constant jsonb := console_sync.lock_row(v_table, v_match, v_key, 'no key update');
  v_parts record := console_sync.column_parts(v_table, array(select jsonb_object_keys(v_set)));
  v_mine jsonb;
  v_collisions jsonb;
  v_count bigint;
  v_row jsonb := v_theirs;
  v_touched text[];
  v_merged boolean := false;
begin
  if v_theirs is null then
    perform console_sync.raise_conflict('update_delete', 'The row that you changed is no longer there.', '[]', null);
  end if;
  if v_base is null or not v_base ?& array(select jsonb_object_keys(v_set)) then
    raise exception using errcode = 'OP400', detail = '{"code": "operation.no_base"}',
      message = 'A change must say what the changed columns were before.';
  end if;

  v_mine := console_sync.as_written(v_parts.record, v_set);
  if v_base - array(select jsonb_object_keys(v_set)) = '{}' then
    v_base := console_sync.as_written(v_parts.record, v_base);
  else
    v_base := console_sync.as_written(
      (console_sync.column_parts(v_table, array(select b from jsonb_object_keys(v_base) b where v_theirs ? b))).record, v_base);
    v_merged := exists (select from jsonb_each(v_base) b where not v_set ? b.key and b.value is distinct from v_theirs -> b.key);
  end if;
  v_touched := array(select m.key from jsonb_each(v_mine) m where m.value is distinct from v_base -> m.key);

  if cardinality(v_touched) > 0 then
    v_collisions := console_sync.collisions(v_table,
      v_base, (select jsonb_object_agg(k, v_mine -> k) from unnest(v_touched) k), v_theirs);
    if v_collisions <> '[]' then
      perform console_sync.raise_conflict('update_update', 'Somebody else changed the same field meanwhile.', v_collisions, v_theirs);
    end if;
    if v_mine - v_touched <> '{}' then
      v_parts := console_sync.column_parts(v_table, v_touched);
    end if;
    execute format(
      'update %s console_old set %s from pg_catalog.jsonb_to_record($2) as console_new (%s) where %s returning %s',
      v_table, v_parts.assign, v_parts.record, v_match,
      case when p_with_row then console_sync.row_expression('console_old', v_table) else 'null::jsonb' end)
    using v_key, v_set into v_row;
    get diagnostics v_count = row_count;
    if v_count = 0 then
      perform console_sync.raise_nothing_done(v_table);
    end if;
  end if;
  return jsonb_build_object('merged', v_merged, 'result', null, 'row', v_row::text);
end
$$;

-- A row that is gone already is what the person wanted.
create or replace function console_sync.run_delete(p_operation jsonb) returns jsonb
language plpgsql
as $$
declare
  v_table constant regclass := console_sync.target(p_operation ->> 'relation');
  v_key constant jsonb := p_operation -> 'key';
  v_match constant text := console_sync.key_match(v_table, v_key);
  v_theirs constant jsonb := console_sync.lock_row(v_table, v_match, v_key, 'update');
  v_known text[];
  v_base jsonb := (p_operation ->> 'base')::jsonb;
  v_collisions jsonb;
  v_count bigint;
begin
  if v_theirs is not null then
    v_known := array(select b from jsonb_object_keys(v_base) b where v_theirs ? b);
    if v_base is null or cardinality(v_known) = 0 then
      raise exception using errcode = 'OP400', detail = '{"code": "operation.no_base"}',
        message = 'A deletion must say what the row was before.';
    end if;
    v_base := console_sync.as_written((console_sync.column_parts(v_table, v_known)).record, v_base);
    v_collisions := console_sync.collisions(v_table, v_base, null, v_theirs);
    if v_collisions <> '[]' then
      perform console_sync.raise_conflict('delete_update', 'Somebody else changed the row that you deleted.', v_collisions, v_theirs);
    end if;
    execute format('delete from %s console_old where %s', v_table, v_match) using v_key;
    get diagnostics v_count = row_count;
    if v_count = 0 then
      perform console_sync.raise_nothing_done(v_table);
    end if;
  end if;
  return jsonb_build_object('merged', false, 'result', null);
end
$$;
