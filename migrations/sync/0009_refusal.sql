-- An error of the database, put so that a person can act on it.

-- An object in an error's detail, or null when the detail is plain text.
create or replace function console_sync.detail_object(p_detail text) returns jsonb
language plpgsql immutable
as $$
begin
  if left(p_detail, 1) = '{' then
    return p_detail::jsonb;
  end if;
  return null;
exception when invalid_text_representation then
  return null;
end
$$;

create or replace function console_sync.object_or_null(p_value jsonb) returns jsonb
language sql immutable
as $$
  select case when jsonb_typeof(p_value) = 'object' then p_value end
$$;

-- The columns of a constraint, or of a unique index that is none; null when there is no such thing or it is about
-- an expression.
create or replace function console_sync.constraint_columns(p_schema text, p_table text, p_name text) returns text[]
language sql stable
as $$
  select array_agg(a.attname::text order by k.place)
  from (
    select c.conrelid as table_oid, c.conkey as columns, 1 as choice
    from pg_catalog.pg_constraint c
    where c.conname = p_name and c.conrelid = to_regclass(format('%I.%I', p_schema, p_table))
    union all
    select i.indrelid, (i.indkey::int2[])[0:i.indnkeyatts - 1], 2
    from pg_catalog.pg_index i join pg_catalog.pg_class x on x.oid = i.indexrelid
    where x.relname = p_name and i.indrelid = to_regclass(format('%I.%I', p_schema, p_table))
      and i.indexprs is null
    order by choice
    limit 1
  ) c
  cross join lateral unnest(c.columns) with ordinality as k (attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = c.table_oid and a.attnum = k.attnum
$$;

-- Which value of an operation the database can't take in, when an error of class 22 does not name it itself.
create or replace function console_sync.value_at_fault(p_operation jsonb) returns text
language plpgsql stable
as $$
declare
  v_values constant jsonb := coalesce(p_operation -> 'values', p_operation -> 'set', p_operation -> 'args', '{}');
  v_value record;
begin
  for v_value in
    select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_catalog.pg_attribute a
    where p_operation ->> 'kind' <> 'call' and a.attrelid = console_sync.target(p_operation ->> 'relation')
      and a.attnum > 0 and v_values ? a.attname::text
    union all
    select i.name, i.type
    from pg_catalog.pg_proc p cross join lateral console_sync.inputs(p.oid) i
    where p_operation ->> 'kind' = 'call' and p.pronamespace = 'public'::regnamespace
      and p.proname = p_operation ->> 'function' and v_values ? i.name
  loop
    begin
      perform console_sync.as_written(format('%I %s', v_value.name, v_value.type), v_values);
    exception when data_exception then
      return v_value.name;
    end;
  end loop;
  return null;
end
$$;

-- A stable name for an error that brings none of its own.
create or replace function console_sync.error_code(p_sqlstate text) returns text
language sql immutable
as $$
  select case p_sqlstate
    when '23502' then 'not_null_violation'
    when '23503' then 'foreign_key_violation'
    when '23001' then 'foreign_key_violation'
    when '23505' then 'unique_violation'
    when '23514' then 'check_violation'
    when '23P01' then 'exclusion_violation'
    when '42501' then 'not_allowed'
    when '42703' then 'unknown_column'
    when '42P01' then 'unknown_relation'
    when '42883' then 'unknown_function'
    when '22001' then 'value_too_long'
    when '22003' then 'value_out_of_range'
    when '428C9' then 'column_not_writable'
    when 'P0001' then 'refused'
    when 'OP400' then 'refused'
    when 'OP409' then 'precondition'
    else case when p_sqlstate like '22%' then 'value_invalid' else 'database_error' end
  end
$$;

-- What happened and what to do, in one sentence. The database's own words only where it speaks for the product.
create or replace function console_sync.error_words(
  p_code text, p_message text, p_field text, p_table text, p_constraint text, p_has_parent boolean
)
returns text
language sql immutable
as $$
  select case p_code
    when 'not_null_violation' then format('“%s” must not be empty.', w.field)
    when 'foreign_key_violation' then case
      when p_has_parent then format('It is still used by %s, so it can''t be removed or renamed.', w.place)
      else format('What “%s” refers to is not there, or no longer.', w.field) end
    when 'unique_violation' then format('There is already one in %s with the same %s.', w.place, w.field)
    when 'check_violation' then format('“%s” has a value that %s does not allow (rule %s).', w.field, w.place, p_constraint)
    when 'exclusion_violation' then format('It overlaps with another one in %s (rule %s).', w.place, p_constraint)
    when 'not_allowed' then 'Your role does not allow this.'
    when 'unknown_column' then format('The server has no field “%s”: its schema has changed.', w.field)
    when 'unknown_relation' then 'The server has no such table: its schema has changed.'
    when 'unknown_function' then 'The server can''t do this: it has no such function, or one that asks for something else.'
    when 'value_too_long' then format('“%s” is too long.', w.field)
    when 'value_out_of_range' then format('“%s” is a number that is too large here.', w.field)
    when 'value_invalid' then format('“%s” has a form that can''t be read.', w.field)
    when 'column_not_writable' then 'A field that only the database fills in can''t be changed.'
    when 'database_error' then format('The database refused: %s.', rtrim(p_message, '.'))
    else p_message
  end
  from (select coalesce(replace(p_field, '_', ' '), 'a field') as field, coalesce(replace(p_table, '_', ' '), 'the table') as place) w
$$;

-- An error as a refusal (shared/model/receipt.ts). `p_error`: sqlstate, message, detail, hint, schema, table, column,
-- constraint, as the database reports them.
create or replace function console_sync.refusal(p_operation jsonb, p_error jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_state constant text := p_error ->> 'sqlstate';
  v_detail constant jsonb := console_sync.detail_object(p_error ->> 'detail');
  v_table constant text := nullif(p_error ->> 'table', '');
  v_constraint constant text := nullif(p_error ->> 'constraint', '');
  v_code constant text := coalesce(v_detail ->> 'code', console_sync.error_code(v_state));
  v_columns text[];
  v_field text := nullif(p_error ->> 'column', '');
  v_own_words constant boolean := coalesce(v_detail ? 'code', false);
begin
  if v_field is null and v_constraint is not null then
    v_columns := console_sync.constraint_columns(p_error ->> 'schema', v_table, v_constraint);
    -- Of several columns, the one that was asked to change.
    v_field := case when cardinality(v_columns) = 1 then v_columns[1] else (
      select c from unnest(v_columns) c
      where coalesce(p_operation -> 'values', p_operation -> 'set', '{}') ? c
      limit 1) end;
  elsif v_field is null and v_state like '22%' then
    v_field := console_sync.value_at_fault(p_operation);
  end if;
  return jsonb_build_object(
    'sqlstate', v_state,
    'message', case when v_own_words then p_error ->> 'message'
      else console_sync.error_words(v_code, p_error ->> 'message', v_field, v_table, v_constraint,
        console_sync.is_still_used(p_operation, p_error)) end,
    'code', case when v_code = 'foreign_key_violation' and console_sync.is_still_used(p_operation, p_error)
      then 'still_used' else v_code end,
    'field', v_field,
    'constraint', v_constraint,
    -- Where our words replaced them, the database's own are kept for whoever has to find out more.
    'hint', coalesce(nullif(p_error ->> 'hint', ''),
      case when not v_own_words and v_code not in ('refused', 'precondition', 'database_error') then p_error ->> 'message' end),
    -- Words for a sentence: texts and numbers.
    'params', coalesce((
      select jsonb_object_agg(e.key, e.value) from jsonb_each(console_sync.object_or_null(v_detail -> 'params')) e
      where jsonb_typeof(e.value) in ('string', 'number')), '{}')
  );
end
$$;

-- Whether a foreign key was broken from the parent's side: something still refers to the row.
create or replace function console_sync.is_still_used(p_operation jsonb, p_error jsonb) returns boolean
language sql stable
as $$
  select case
    when p_error ->> 'sqlstate' = '23001' then true
    when p_error ->> 'sqlstate' <> '23503' then false
    when p_operation ->> 'kind' = 'delete' then true
    when p_operation ->> 'kind' = 'update' then p_operation ->> 'relation' <> (p_error ->> 'schema') || '.' || (p_error ->> 'table')
    else false
  end
$$;

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
