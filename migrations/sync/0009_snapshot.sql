-- What a console fetches first: whole tables in key order, page by page, as the person sees them.

-- A followed relation by its name `schema.table`; a table that is not followed stands for itself, with id null.
-- Refuses an unknown one (OP400).
create or replace function console_sync.find_relation(
  p_relation text, out id smallint, out source regclass, out key_columns text[], out key_types text[]
)
returns record
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_schema constant text := split_part(p_relation, '.', 1);
  v_name constant text := substr(p_relation, length(split_part(p_relation, '.', 1)) + 2);
begin
  select r.id, to_regclass(r.source), r.key_columns, r.key_types into id, source, key_columns, key_types
  from console_sync.relations r where r.schema_name = v_schema and r.table_name = v_name;
  if source is null and v_schema not in ('console_sync', 'information_schema') and v_schema not like 'pg\_%' then
    id := null;
    select c.oid::regclass, k.names, k.types into source, key_columns, key_types
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = v_schema
    left join console_sync.primary_key(c.oid) k on true
    where c.relname = v_name and c.relkind in ('r', 'p');
  end if;
  if source is null then
    raise exception using errcode = 'OP400', message = format('There is no table %s here.', p_relation),
      detail = pg_catalog.jsonb_build_object('code', 'relation.unknown', 'params', pg_catalog.jsonb_build_object('relation', p_relation))::text;
  end if;
end
$$;

-- The columns that travel: those the caller may read and the database does not compute.
create or replace function console_sync.travelling_columns(p_source regclass) returns text[]
language sql stable
as $$
  select array_agg(c.name order by c.place) from console_sync.readable_columns(p_source, true) c
$$;

-- One page of the rows of `p_source` that meet a condition over `t`, in key order, after a key (null: from the start).
-- The condition is ours; the values that it compares with are in `p_bound`, its `$3`. `data` is COPY's text format, each
-- line ended. `next` is where the following page starts, null at the end. A page ends early when it reaches 8 MB.
create or replace function console_sync.page(
  p_source regclass, p_key text[], p_types text[], p_columns text[], p_after text, p_limit integer, p_condition text, p_bound jsonb
)
returns jsonb
language plpgsql stable
as $$
declare
  v_order text;
  v_from text;
  v_key text;
  v_last text;
  v_rows text;
  v_limit integer := p_limit;
  v_data text;
  v_count bigint;
  v_next text;
begin
  select pg_catalog.string_agg(pg_catalog.format('t.%I', k.name), ', ' order by k.place),
    pg_catalog.string_agg(pg_catalog.format('($1::jsonb ->> %s)::%s', k.place - 1, k.type), ', ' order by k.place),
    pg_catalog.string_agg(pg_catalog.format('t.%I::text as k%s', k.name, k.place), ', ' order by k.place),
    pg_catalog.string_agg(pg_catalog.format('pg_catalog.max(k%s) filter (where place = $2)', k.place), ', ' order by k.place)
  into v_order, v_from, v_key, v_last
  from unnest(p_key, p_types) with ordinality as k (name, type, place);

  v_rows := pg_catalog.format(
    '(select %3$s as line, pg_catalog.row_number() over (order by %1$s) as place, %2$s'
    || ' from %4$s t where %5$s and %6$s order by %1$s limit $2 + 1) page',
    v_order,
    v_key,
    console_sync.line_expression('t', p_source, p_columns),
    p_source,
    case when p_after is null then 'true' else pg_catalog.format('(%s) > (%s)', v_order, v_from) end,
    p_condition);
  loop
    -- The rows come in order, since that is what their limit is about: to ask for it again would sort them again.
    execute pg_catalog.format(
      $sql$
      select pg_catalog.string_agg(line, pg_catalog.chr(10)) filter (where place <= $2) || pg_catalog.chr(10),
        pg_catalog.count(*) filter (where place <= $2),
        case when pg_catalog.count(*) > $2 then pg_catalog.jsonb_build_array(%s)::text end
      from %s
      $sql$, v_last, v_rows)
    using p_after, v_limit, p_bound into v_data, v_count, v_next;
    exit when v_limit = 1 or coalesce(octet_length(v_data), 0) <= 8000000;
    -- Wide rows: as many of them as fit.
    execute pg_catalog.format(
      $sql$
      select greatest(1, pg_catalog.count(*))
      from (select pg_catalog.sum(octet_length(line) + 1) over (order by place) as bytes from %s) sums
      where bytes <= 8000000
      $sql$, v_rows)
    using p_after, v_limit, p_bound into v_limit;
  end loop;
  return pg_catalog.jsonb_build_object('columns', p_columns, 'count', v_count, 'data', coalesce(v_data, ''), 'next', v_next);
end
$$;

drop function if exists public.console_snapshot(text, text, integer);

-- One page of a table, as much of it as the console keeps (0030_scope) and does not hold already: without `p_kept`
-- everything, without `p_held` it holds nothing.
create or replace function public.console_snapshot(
  p_relation text, p_after text default null, p_max_rows integer default 5000, p_kept jsonb default null,
  p_held jsonb default '{"none": true}'
)
returns jsonb
language plpgsql stable
set timezone = 'UTC'
set datestyle = 'ISO, YMD'
set intervalstyle = 'postgres'
set extra_float_digits = 1
set bytea_output = 'hex'
as $$
declare
  v_relation record;
  v_columns text[];
begin
  perform console_sync.require_staff();
  v_relation := console_sync.find_relation(p_relation);
  v_columns := console_sync.travelling_columns(v_relation.source);
  if v_relation.key_columns is null or v_columns is null then
    raise exception using errcode = 'OP400', message = pg_catalog.format('%s can''t be mirrored.', p_relation),
      detail = '{"code": "relation.not_mirrored"}';
  end if;
  return pg_catalog.jsonb_build_object('relation', p_relation) || console_sync.page(
    v_relation.source, v_relation.key_columns, v_relation.key_types, v_columns,
    p_after, greatest(1, least(coalesce(p_max_rows, 5000), 50000)),
    pg_catalog.format('%s and not %s',
      console_sync.kept_condition('t', v_relation.source, p_kept, '($3 -> ''kept'')'),
      console_sync.kept_condition('t', v_relation.source, p_held, '($3 -> ''held'')')),
    pg_catalog.jsonb_build_object('kept', p_kept, 'held', p_held));
end
$$;
