-- An error of the database as a refusal (shared/model/receipt.ts): its words, its stable name, the field it concerns.

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

-- Which value of an operation the database can't take in, when an error of class 22, or a domain's rule, does not name
-- it itself.
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
    exception when data_exception or check_violation or not_null_violation then
      return v_value.name;
    end;
  end loop;
  return null;
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

-- The right that a person lacks for an operation: their role, what they may not do, and where.
create or replace function console_sync.missing_right(p_operation jsonb) returns jsonb
language plpgsql stable
as $$
begin
  return jsonb_strip_nulls(jsonb_build_object('role', console_sync.role(), 'right', p_operation ->> 'kind',
    'where', coalesce(p_operation ->> 'function', split_part(p_operation ->> 'relation', '.', 2))));
end
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
  -- The database names what was broken; a function of the product that raises the like speaks for itself.
  v_is_raised constant boolean := v_table is null and v_constraint is null
    and v_state in ('23503', '23001', '23505', '23514', '23P01');
  v_code constant text := coalesce(v_detail ->> 'code',
    case when v_is_raised then 'refused' else console_sync.error_code(v_state) end);
  v_columns text[];
  v_field text := nullif(p_error ->> 'column', '');
  v_own_words constant boolean := coalesce(v_detail ? 'code', false);
  v_lacks constant jsonb := case when v_code = 'not_allowed' then console_sync.missing_right(p_operation) end;
begin
  if v_field is null and v_constraint is not null and v_table is not null then
    v_columns := console_sync.constraint_columns(p_error ->> 'schema', v_table, v_constraint);
    -- Of several columns, the one that was asked to change.
    v_field := case when cardinality(v_columns) = 1 then v_columns[1] else (
      select c from unnest(v_columns) c
      where coalesce(p_operation -> 'values', p_operation -> 'set', '{}') ? c
      limit 1) end;
  elsif v_field is null and (v_state like '22%' or v_state in ('23514', '23502')) then
    v_field := console_sync.value_at_fault(p_operation);
  end if;
  return jsonb_build_object(
    'sqlstate', v_state,
    'message', case when v_own_words then p_error ->> 'message'
      when v_lacks ?& array['role', 'right', 'where'] then format('Your role does not allow this: “%s” lacks the right to %s in “%s”.',
        v_lacks ->> 'role', v_lacks ->> 'right', replace(v_lacks ->> 'where', '_', ' '))
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
      select jsonb_object_agg(e.key, e.value)
      from jsonb_each(coalesce(console_sync.object_or_null(v_detail -> 'params'), v_lacks)) e
      where jsonb_typeof(e.value) in ('string', 'number')), '{}')
  );
end
$$;
