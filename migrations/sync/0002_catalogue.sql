-- What the catalogue says about a relation, in the forms that the later files build their queries from.
-- In plpgsql where it is asked for every row: its plans are kept, those of SQL functions are made at each call.

-- The primary key: its columns in key order and their types. Both null when there is none.
create or replace function console_sync.primary_key(p_table regclass, out names text[], out types text[])
returns record
language plpgsql stable
set search_path = ''
as $$
begin
  select array_agg(a.attname::text order by k.place), array_agg(format_type(a.atttypid, a.atttypmod) order by k.place)
  into names, types
  from pg_catalog.pg_index i
  cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, place)
  join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
  where i.indrelid = p_table and i.indisprimary and k.place <= i.indnkeyatts;
end
$$;

-- An expression that gives the key text of a row of the given alias.
create or replace function console_sync.key_expression(p_alias text, p_key text[])
returns text
language sql immutable
set search_path = ''
as $$
  select 'pg_catalog.jsonb_build_array(' || string_agg(format('%I.%I::text', p_alias, c.name), ', ' order by c.place) || ')::text'
  from unnest(p_key) with ordinality as c (name, place)
$$;

-- The columns that the caller may read. With p_stored: without those that the database computes itself.
create or replace function console_sync.readable_columns(p_source regclass, p_stored boolean)
returns table (name text, type text, base oid, place smallint)
language plpgsql stable
as $$
begin
  return query
    select a.attname::text,
      pg_catalog.format_type(a.atttypid, a.atttypmod),
      case when t.typtype = 'd' then t.typbasetype else t.oid end,
      a.attnum
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_type t on t.oid = a.atttypid
    where a.attrelid = p_source and a.attnum > 0 and not a.attisdropped
      and (a.attgenerated = '' or not p_stored)
      and pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'select')
    order by a.attnum;
end
$$;

-- An expression that gives one column in COPY's text format, null for null.
create or replace function console_sync.copy_expression(p_alias text, p_column text, p_base oid)
returns text
language sql immutable
set search_path = ''
as $$
  select case
    -- Types whose text never holds a backslash, tab or line break.
    when p_base in (16, 20, 21, 23, 26, 700, 701, 1700, 2950, 1082, 1083, 1266, 1114, 1184, 1186, 869, 650, 829, 774)
      then format('%I.%I::text', p_alias, p_column)
    -- Money is written in the words of the server's locale, which the mirror may not know.
    when p_base = 790 then format('%I.%I::numeric::text', p_alias, p_column)
    -- bytea and jsonb know no raw tab or line break.
    when p_base in (17, 3802) then format('replace(%I.%I::text, ''\'', ''\\'')', p_alias, p_column)
    else format(
      'replace(replace(replace(replace(%I.%I::text, ''\'', ''\\''), chr(9), ''\t''), chr(10), ''\n''), chr(13), ''\r'')',
      p_alias, p_column)
  end
$$;

-- An expression that gives a row of the given columns as one line of COPY's text format, without its line end.
create or replace function console_sync.line_expression(p_alias text, p_source regclass, p_columns text[])
returns text
language sql stable
as $$
  select 'pg_catalog.array_to_string(array['
    || string_agg(console_sync.copy_expression(p_alias, w.name, c.base), ', ' order by w.place)
    || '], chr(9), ''\N'')'
  from unnest(p_columns) with ordinality as w (name, place)
  join console_sync.readable_columns(p_source, false) c on c.name = w.name
$$;
