-- What an error makes of an operation: a conflict, when somebody else's change is the reason, or a refusal.

-- The row that stands where an insert wanted to put its own, as far as the caller may see it.
create or replace function console_sync.standing_row(p_operation jsonb, p_error jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_table constant regclass := console_sync.target(p_operation ->> 'relation');
  v_columns constant text[] := console_sync.constraint_columns(p_error ->> 'schema', p_error ->> 'table', p_error ->> 'constraint');
  v_row jsonb;
begin
  if v_columns is null or not (p_operation -> 'values') ?& v_columns
    -- An index over some of the rows: another row with these values may not be the one that stands in the way.
    or exists (
      select from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
      where i.indrelid = v_table and x.relname = p_error ->> 'constraint' and i.indpred is not null
    )
  then
    return null;
  end if;
  execute (
    select format('select %s from %s console_old, pg_catalog.jsonb_to_record($1) as console_new (%s) where %s limit 1',
      console_sync.row_expression('console_old', v_table), v_table, (console_sync.column_parts(v_table, v_columns)).record,
      string_agg(format('console_old.%1$I = console_new.%1$I', c), ' and '))
    from unnest(v_columns) c
  )
  using p_operation -> 'values' into v_row;
  return v_row;
end
$$;

-- The values on which two inserts of the same row differ; there was nothing before them.
create or replace function console_sync.insert_collisions(p_table regclass, p_values jsonb, p_theirs jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_mine constant jsonb := console_sync.as_written(
    (console_sync.column_parts(p_table, array(select jsonb_object_keys(p_values)))).record, p_values);
begin
  return console_sync.collisions(p_table,
    (select jsonb_object_agg(k, null) from jsonb_object_keys(p_values) k), v_mine, p_theirs);
end
$$;

-- What an error makes of an operation: {"outcome": "conflict", "conflict": …} or {"outcome": "rejected", "reason": …}.
create or replace function console_sync.explain(p_operation jsonb, p_error jsonb) returns jsonb
language plpgsql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  v_state constant text := p_error ->> 'sqlstate';
  v_reason constant jsonb := console_sync.refusal(p_operation, p_error);
  v_detail jsonb;
  v_theirs jsonb;
  v_conflict jsonb;
  v_is_insert constant boolean := p_operation ->> 'kind' = 'insert'
    and p_operation ->> 'relation' = (p_error ->> 'schema') || '.' || (p_error ->> 'table');
begin
  if v_state = 'OP409' then
    v_detail := coalesce(console_sync.detail_object(p_error ->> 'detail'), '{}');
    v_conflict := jsonb_build_object(
      'kind', case when v_detail ->> 'kind' in ('update_update', 'update_delete', 'delete_update') then v_detail ->> 'kind'
        else 'precondition' end,
      'collisions', case when jsonb_typeof(v_detail -> 'collisions') = 'array' then v_detail -> 'collisions' else '[]' end,
      'theirs', v_detail ->> 'theirs',
      'current', console_sync.object_or_null(v_detail -> 'current'),
      'retryArgs', console_sync.object_or_null(v_detail -> 'retry_args'));
  elsif v_state = '23505' and v_is_insert then
    v_theirs := console_sync.standing_row(p_operation, p_error);
    v_conflict := jsonb_build_object(
      'kind', 'insert_insert',
      'collisions', case when v_theirs is null then '[]'
        else console_sync.insert_collisions(console_sync.target(p_operation ->> 'relation'), p_operation -> 'values', v_theirs) end,
      'theirs', v_theirs::text);
  elsif v_state = '23503' and not console_sync.is_still_used(p_operation, p_error) then
    v_conflict := '{"kind": "missing_reference", "collisions": []}';
  else
    return jsonb_build_object('outcome', 'rejected', 'reason', v_reason);
  end if;
  return jsonb_build_object('outcome', 'conflict', 'conflict',
    '{"theirs": null, "current": null, "retryArgs": null}'::jsonb || v_conflict || jsonb_build_object('reason', v_reason));
end
$$;
