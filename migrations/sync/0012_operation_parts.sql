-- What the statements of an operation are built from, and how a conflict is found and raised.
--
-- None of the functions of an operation sets a search path: the product's own triggers and functions run inside them
-- and may count on the session's. They have no more rights than the caller, so a strange path could only harm the caller.

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
