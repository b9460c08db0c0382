-- Running one operation (shared/model/entry.ts) as the caller, under their policies. The server runs it in a push;
-- a console's mirror runs the very same function before anything is sent.
--
-- None of these functions sets a search path: the product's own triggers and functions run inside them and may count
-- on the session's. They have no more rights than the caller, so a strange path could only harm the caller.

-- The table that a row change is about. Refuses what is no table of the product (42P01).
create or replace function console_sync.target(p_relation text) returns regclass
language plpgsql stable
as $$
declare
  v_table regclass;
begin
  select c.oid into v_table
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname = split_part(p_relation, '.', 1)
    and c.relname = substr(p_relation, length(split_part(p_relation, '.', 1)) + 2)
    and c.relkind in ('r', 'p')
    and n.nspname not in ('console_sync', 'information_schema') and n.nspname not like 'pg\_%';
  if v_table is null then
    raise exception using errcode = '42P01', message = pg_catalog.format('There is no table %s here.', p_relation);
  end if;
  return v_table;
end
$$;

-- Named columns of a table as the parts of a statement: `list` "a", "b" · `record` "a" text, "b" uuid ·
-- `source` r."a", r."b" · `assign` "a" = r."a", … Refuses a name that is no column (42703).
create or replace function console_sync.column_parts(
  p_table regclass, p_names text[], out list text, out record text, out source text, out assign text
)
returns record
language plpgsql stable
as $$
declare
  v_unknown text;
begin
  select string_agg(format('%I', w.name), ', '),
    string_agg(format('%I %s', w.name, format_type(a.atttypid, a.atttypmod)), ', '),
    string_agg(format('console_new.%I', w.name), ', '),
    string_agg(format('%1$I = console_new.%1$I', w.name), ', '),
    min(w.name) filter (where a.attnum is null)
  into list, record, source, assign, v_unknown
  from unnest(p_names) as w (name)
  left join pg_catalog.pg_attribute a
    on a.attrelid = p_table and a.attname = w.name and a.attnum > 0 and not a.attisdropped;
  if v_unknown is not null then
    raise exception using errcode = '42703', column = v_unknown,
      message = format('%s has no column %s.', p_table, v_unknown);
  end if;
end
$$;

-- A condition that finds one row by its primary key, given as an object in $1. Refuses any other set of columns.
create or replace function console_sync.key_match(p_table regclass, p_key jsonb) returns text
language plpgsql stable
as $$
declare
  v_names text[];
  v_match text;
begin
  select k.names, (
    select string_agg(format('console_old.%I = ($1 ->> %L)::%s', c.name, c.name, c.type), ' and ')
    from unnest(k.names, k.types) as c (name, type)
  )
  into v_names, v_match
  from console_sync.primary_key(p_table) k;
  if v_names is null or not (p_key ?& v_names) or (select count(*) from jsonb_object_keys(p_key)) <> cardinality(v_names) then
    raise exception using errcode = 'OP400', detail = '{"code": "operation.bad_key"}',
      message = format('A row of %s is named by its primary key: %s.', p_table,
        coalesce(array_to_string(v_names, ', '), 'it has none'));
  end if;
  return v_match;
end
$$;

-- An expression that gives a row, as far as the caller may read it, as jsonb.
create or replace function console_sync.row_expression(p_alias text, p_table regclass) returns text
language plpgsql stable
as $$
begin
  return (select 'pg_catalog.to_jsonb((select console_row from (select '
    || string_agg(format('%I.%I', p_alias, c.name), ', ' order by c.place) || ') console_row))'
  from console_sync.readable_columns(p_table, false) c);
end
$$;

-- Values as the table's own types write them, so that 1.0 and "1.00", or two ways to write a time, compare as equal.
create or replace function console_sync.as_written(p_record text, p_values jsonb) returns jsonb
language plpgsql stable
as $$
declare
  v_values jsonb;
begin
  execute format('select pg_catalog.to_jsonb(console_new) from pg_catalog.jsonb_to_record($1) as console_new (%s)', p_record)
  using p_values into v_values;
  return v_values;
end
$$;

-- A value for people and programs to read: numbers that JavaScript would round are text.
create or replace function console_sync.exact(p_value jsonb, p_base oid) returns jsonb
language sql immutable
as $$
  select case when p_base in (20, 1700) and jsonb_typeof(p_value) = 'number' then to_jsonb(p_value #>> '{}') else p_value end
$$;

-- The columns on which base, mine and theirs all differ. `p_mine` null: mine was to delete the row.
create or replace function console_sync.collisions(p_table regclass, p_base jsonb, p_mine jsonb, p_theirs jsonb)
returns jsonb
language plpgsql stable
as $$
begin
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'column', c.name,
      'base', console_sync.exact(p_base -> c.name, c.base),
      'mine', coalesce(console_sync.exact(p_mine -> c.name, c.base), 'null'),
      'theirs', console_sync.exact(p_theirs -> c.name, c.base)
    ) order by c.place), '[]')
    from console_sync.readable_columns(p_table, false) c
    where p_base ? c.name and p_theirs ? c.name
      and p_base -> c.name is distinct from p_theirs -> c.name
      and (p_mine is null or (p_mine ? c.name and p_mine -> c.name is distinct from p_theirs -> c.name)));
end
$$;

create or replace function console_sync.raise_conflict(p_kind text, p_message text, p_collisions jsonb, p_theirs jsonb)
returns void
language plpgsql
as $$
begin
  raise exception using errcode = 'OP409', message = p_message, detail = jsonb_build_object(
    'kind', p_kind, 'code', 'row.' || p_kind, 'collisions', p_collisions, 'theirs', p_theirs::text)::text;
end
$$;

create or replace function console_sync.raise_nothing_done(p_table regclass) returns void
language plpgsql
as $$
begin
  raise exception using errcode = 'OP400', detail = '{"code": "operation.ignored"}',
    message = format('A rule of %s ignored this change.', p_table);
end
$$;

create or replace function console_sync.run_insert(p_operation jsonb, p_with_row boolean) returns jsonb
language plpgsql
as $$
declare
  v_table constant regclass := console_sync.target(p_operation ->> 'relation');
  v_values constant jsonb := p_operation -> 'values';
  v_parts record := console_sync.column_parts(v_table, array(select jsonb_object_keys(v_values)));
  v_key text[];
  v_insert text;
  v_count bigint;
  v_row jsonb;
begin
  v_insert := case when v_parts.list is null then format('insert into %s as console_old default values', v_table)
    else format('insert into %s as console_old (%s) select %s from pg_catalog.jsonb_to_record($1) as console_new (%s)',
      v_table, v_parts.list, v_parts.source, v_parts.record) end;
  if p_with_row then
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
    perform console_sync.raise_nothing_done(v_table);
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

-- What a function takes: names (an unnamed one is null) and types, in order.
create or replace function console_sync.inputs(p_function oid)
returns table (place bigint, name text, type text, is_variadic boolean)
language sql stable
as $$
  select row_number() over (order by a.place), a.name,
    format_type(p.proargtypes[(row_number() over (order by a.place))::integer - 1], null), a.mode = 'v'
  from pg_catalog.pg_proc p
  cross join lateral unnest(
    coalesce(p.proargnames, array_fill(null::text, array[p.pronargs::integer])), p.proargmodes
  ) with ordinality as a (name, mode, place)
  where p.oid = p_function and coalesce(a.mode, 'i') in ('i', 'b', 'v')
$$;

-- The one function of the schema public with this name that takes these arguments and that the caller may run.
-- Refuses none or several (42883), and one that the caller may not run (42501).
create or replace function console_sync.find_function(p_name text, p_args text[]) returns oid
language plpgsql stable
as $$
declare
  v_found oid[];
begin
  select array_agg(p.oid) into v_found
  from pg_catalog.pg_proc p
  cross join lateral (select coalesce(array_agg(a.name order by a.place), '{}') as names from console_sync.inputs(p.oid) a) i
  where p.pronamespace = 'public'::regnamespace and p.proname = p_name and p.prokind = 'f'
    and p.proname not like 'console\_%'
    and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
    and p_args <@ i.names
    -- Those without a default must be given; defaults are always the last ones.
    and i.names[:p.pronargs - p.pronargdefaults] <@ p_args;
  if cardinality(v_found) is distinct from 1 then
    raise exception using errcode = '42883', message = format(
      case when v_found is null then 'There is no function %s with the arguments %s.'
        else 'There is more than one function %s with the arguments %s.' end,
      p_name, coalesce(nullif(array_to_string(p_args, ', '), ''), '(none)'));
  end if;
  if not has_function_privilege(v_found[1], 'execute') then
    raise exception using errcode = '42501', message = format('The function %s may not be run by you.', p_name);
  end if;
  return v_found[1];
end
$$;

create or replace function console_sync.run_call(p_operation jsonb) returns jsonb
language plpgsql
as $$
declare
  v_args constant jsonb := coalesce(p_operation -> 'args', '{}');
  v_function constant oid := console_sync.find_function(p_operation ->> 'function', array(select jsonb_object_keys(v_args)));
  v_given text;
  v_record text;
  v_call text;
  v_returns regtype;
  v_many boolean;
  v_result jsonb;
begin
  select string_agg(case when a.is_variadic then 'variadic ' else '' end || format('%1$I => console_new.%1$I', a.name), ', '),
    string_agg(format('%I %s', a.name, a.type), ', ')
  into v_given, v_record
  from console_sync.inputs(v_function) a where v_args ? a.name;
  select format('%I.%I(%s)', n.nspname, p.proname, coalesce(v_given, '')), p.prorettype, p.proretset
  into v_call, v_returns, v_many
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where p.oid = v_function;

  if v_record is not null then
    v_call := v_call || format(' as answer from pg_catalog.jsonb_to_record($1) as console_new (%s)', v_record);
  else
    v_call := v_call || ' as answer';
  end if;
  if v_returns = 'void'::regtype then
    execute 'select ' || v_call using v_args;
  elsif v_many then
    execute format('select pg_catalog.jsonb_agg(a.answer) from (select %s) a', v_call) using v_args into v_result;
    v_result := coalesce(v_result, '[]');
  else
    execute format('select pg_catalog.to_jsonb(a.answer) from (select %s) a', v_call) using v_args into v_result;
  end if;
  return jsonb_build_object('merged', false, 'result', v_result);
end
$$;

-- Checks what was deferred to the end of the transaction now, while the error can still be laid at the right
-- operation's door, and defers it again for the next one.
create or replace function console_sync.check_deferred() returns void
language plpgsql
as $$
declare
  v_names text;
begin
  select string_agg(distinct format('%I.%I', n.nspname, c.conname), ', ') into v_names
  from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
  -- The name alone is not enough for "set constraints" when a constraint of the same name can't be deferred.
  where c.condeferred and not exists (
    select from pg_catalog.pg_constraint o
    where o.conname = c.conname and o.connamespace = c.connamespace and not o.condeferrable
  );
  if v_names is not null then
    execute format('set constraints %s immediate', v_names);
    execute format('set constraints %s deferred', v_names);
  end if;
end
$$;

-- Runs one operation. Answers {"merged": boolean, "result": what a function answered, "row": the row after an
-- insert or update as JSON text}. Raises OP409 for a conflict, with its parts as JSON in the detail; any other
-- error of the database goes through as it is.
create or replace function console_sync.run_operation(p_operation jsonb, p_with_row boolean default true) returns jsonb
language plpgsql
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  v_answer jsonb;
begin
  v_answer := case p_operation ->> 'kind'
    when 'insert' then console_sync.run_insert(p_operation, p_with_row)
    when 'update' then console_sync.run_update(p_operation, p_with_row)
    when 'delete' then console_sync.run_delete(p_operation)
    when 'call' then console_sync.run_call(p_operation)
  end;
  if v_answer is null then
    raise exception using errcode = 'OP400', detail = '{"code": "operation.unknown"}',
      message = format('This server does not know the operation %s.', p_operation ->> 'kind');
  end if;
  perform console_sync.check_deferred();
  return v_answer;
end
$$;
