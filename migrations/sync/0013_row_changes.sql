-- Inserts, updates and deletions of one row, as the caller.

drop function if exists console_sync.run_insert(jsonb, boolean);
drop function if exists console_sync.run_update(jsonb, boolean);

-- The statement that inserts a row with these columns, its values an object in the setting console_sync.values. Many rows of
-- one shape may follow each other: it is made once for them, and kept until the transaction ends or a row of another shape
-- comes. In a push it is prepared when a second one follows, because to plan it takes longer than to carry it out.
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
    v_statement := current_setting('console_sync.insert');
    if current_setting('console_sync.prepares', true) = 'on' and v_statement not like 'execute %' then
      v_statement := console_sync.prepared(v_statement, v_shape, console_sync.target(p_relation));
      perform set_config('console_sync.insert', v_statement, true);
    end if;
    return v_statement;
  end if;
  v_table := console_sync.target(p_relation);
  v_parts := console_sync.column_parts(v_table, p_names);
  v_statement := case when v_parts.list is null then format('insert into %s as console_old default values', v_table)
    else format('insert into %s as console_old (%s) select %s from pg_catalog.jsonb_to_record('
      || 'pg_catalog.current_setting(''console_sync.values'')::pg_catalog.jsonb) as console_new (%s)',
      v_table, v_parts.list, v_parts.source, v_parts.record) end;
  perform set_config('console_sync.insert_shape', v_shape, true), set_config('console_sync.insert', v_statement, true);
  return v_statement;
end
$$;

-- Prepares the insert of a row, and answers the statement that carries it out and tells with a row that it did. What is
-- prepared outlives a rollback, and settings do not: the name is one that no other transaction has, and no other shape.
create or replace function console_sync.prepared(p_insert text, p_shape text, p_table regclass) returns text
language plpgsql
as $$
declare
  v_name constant text := 'console_insert_' || md5(p_shape) || '_' || pg_current_xact_id();
begin
  if exists (select from pg_catalog.pg_class where oid = p_table and relhasrules) then
    -- A rule may leave nothing that could tell.
    return p_insert;
  end if;
  if not exists (select from pg_catalog.pg_prepared_statements where name = v_name) then
    execute format('prepare %I as %s returning 1', v_name, p_insert);
  end if;
  return format('execute %I', v_name);
end
$$;

-- Forgets what was prepared, here or by a push that failed in this session.
create or replace function console_sync.forget_prepared() returns void
language plpgsql
as $$
declare
  v_name text;
begin
  for v_name in select name from pg_catalog.pg_prepared_statements where name ^@ 'console_insert_'
  loop
    execute format('deallocate %I', v_name);
  end loop;
  perform set_config('console_sync.insert_shape', '', true), set_config('console_sync.prepares', 'off', true);
end
$$;

create or replace function console_sync.run_insert(p_operation jsonb) returns jsonb
language plpgsql
as $$
declare
  v_relation constant text := p_operation ->> 'relation';
  v_values constant jsonb := p_operation -> 'values';
  v_insert constant text := console_sync.insert_statement(v_relation, array(select jsonb_object_keys(v_values)));
  v_count bigint;
begin
  perform set_config('console_sync.values', v_values::text, true);
  if v_insert like 'execute %' then
    execute v_insert into v_count;
  else
    execute v_insert;
    get diagnostics v_count = row_count;
  end if;
  if coalesce(v_count, 0) = 0 then
    perform console_sync.raise_nothing_done(console_sync.target(v_relation));
  end if;
  return jsonb_build_object('merged', false, 'result', null);
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
create or replace function console_sync.run_update(p_operation jsonb) returns jsonb
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
      'update %s console_old set %s from pg_catalog.jsonb_to_record($2) as console_new (%s) where %s',
      v_table, v_parts.assign, v_parts.record, v_match)
    using v_key, v_set;
    get diagnostics v_count = row_count;
    if v_count = 0 then
      perform console_sync.raise_nothing_done(v_table);
    end if;
  end if;
  return jsonb_build_object('merged', v_merged, 'result', null);
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
