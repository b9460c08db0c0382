-- What changed since a cursor. The cursor is a snapshot, not a number and not a time: a transaction that was open
-- when the last pull read, and commits later, is outside that snapshot and so is found by the next one.

-- The index entries of one page: touched by a transaction that the cursor does not see. Nothing before the oldest
-- transaction that was open then can be one; a start given as well would make the index scan begin too early.
create or replace function console_sync.changes(
  p_cursor pg_snapshot, p_xid xid8, p_relation smallint, p_key text, p_limit integer
)
returns table (xid xid8, relation smallint, key text)
language plpgsql stable security definer
set search_path = ''
as $$
begin
  return query
  select i.xid, i.relation, i.key
  from console_sync.row_index i
  where (i.xid, i.relation, i.key) > (coalesce(p_xid, pg_snapshot_xmin(p_cursor)), coalesce(p_relation, -32768), coalesce(p_key, ''))
    and not pg_visible_in_snapshot(i.xid, p_cursor)
  order by i.xid, i.relation, i.key
  limit p_limit;
end
$$;

-- A followed relation by its id, when it still is what it was: same key, rows readable by somebody.
create or replace function console_sync.followed(
  p_id smallint, out name text, out source regclass, out key_columns text[], out key_types text[]
)
returns record
language sql stable security definer
set search_path = ''
as $$
  select r.schema_name || '.' || r.table_name, to_regclass(r.source), r.key_columns, r.key_types
  from console_sync.relations r
  join console_sync.primary_key(to_regclass(format('%I.%I', r.schema_name, r.table_name))) k
    on k.names = r.key_columns and k.types = r.key_types
  where r.id = p_id and to_regclass(r.source) is not null
$$;

-- The live rows behind some keys of one relation, as the caller sees them. A key without a visible row is gone; of a row
-- that the console does not keep (0030_scope), only the key is told.
create or replace function console_sync.live_rows(
  p_relation smallint, p_keys text[], p_scope jsonb, out changed jsonb, out gone jsonb, out outside jsonb, out bytes bigint
)
returns record
language plpgsql stable
as $$
declare
  v_relation record;
  v_columns text[];
  v_keys text;
  v_match text;
begin
  v_relation := console_sync.followed(p_relation);
  v_columns := case when v_relation.source is not null then console_sync.travelling_columns(v_relation.source) end;
  -- Dropped, given another key, or closed to this person: hello has told the console so.
  if v_columns is null or not v_relation.key_columns <@ v_columns then
    bytes := 0;
    return;
  end if;

  select pg_catalog.string_agg(pg_catalog.format('(key::jsonb ->> %s)::%s as k%s', k.place - 1, k.type, k.place), ', ' order by k.place),
    pg_catalog.string_agg(pg_catalog.format('t.%I = k.k%s', k.name, k.place), ' and ' order by k.place)
  into v_keys, v_match
  from unnest(v_relation.key_columns, v_relation.key_types) with ordinality as k (name, type, place);

  execute pg_catalog.format(
    $sql$
    -- Materialized, so that the join compares plain columns: under row security a condition with a cast in it, which
    -- might tell of rows that are not to be seen, would not be allowed to use the table's index.
    with k as materialized (select key, %3$s from unnest($1) as key),
    -- So is this, so that a line is written once and not wherever it is named.
    r as materialized (
      select k.key, t.%1$I is not null as there, case when t.%1$I is not null and %6$s then %2$s end as line
      from k left join %4$s t on %5$s
    )
    select
      case when pg_catalog.count(line) > 0 then pg_catalog.jsonb_build_object(
        'relation', $2, 'columns', $3, 'count', pg_catalog.count(line),
        'data', pg_catalog.string_agg(line || pg_catalog.chr(10), '')) end,
      case when pg_catalog.bool_or(not there) then pg_catalog.jsonb_build_object(
        'relation', $2, 'keys', pg_catalog.jsonb_agg(key order by key) filter (where not there)) end,
      case when pg_catalog.bool_or(there and line is null) then pg_catalog.jsonb_build_object(
        'relation', $2, 'keys', pg_catalog.jsonb_agg(key order by key) filter (where there and line is null)) end,
      coalesce(pg_catalog.sum(pg_catalog.octet_length(line)), 0)
    from r
    $sql$,
    v_relation.key_columns[1],
    console_sync.line_expression('t', v_relation.source, v_columns),
    v_keys, v_relation.source, v_match,
    console_sync.kept_condition('t', v_relation.source, p_scope -> v_relation.name, '($4)'))
  using p_keys, v_relation.name, v_columns, p_scope -> v_relation.name
  into changed, gone, outside, bytes;
end
$$;

drop function if exists public.console_pull(text, text, integer);

-- What changed since a cursor, as the caller sees it now. Everything in one answer is read at one snapshot, which
-- is the answer's cursor. `next` is null when the answer holds everything up to that cursor; else the rest is asked
-- for with the same cursor and `next`, and the first answer's cursor is where the following pull starts.
-- Of tables that `p_scope` names only the part that is kept comes; other changed rows are told by their keys.
-- Refuses a cursor that this server has not reached (OP410): it was set back to an earlier state.
create or replace function public.console_pull(
  p_cursor text, p_after text default null, p_max_rows integer default 2000, p_scope jsonb default '{}'
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
  v_role constant text := console_sync.require_staff();
  v_cursor constant pg_snapshot := p_cursor::pg_snapshot;
  v_now constant pg_snapshot := pg_current_snapshot();
  v_limit integer := greatest(1, least(coalesce(p_max_rows, 2000), 20000));
  v_relations smallint[];
  v_keys text[];
  v_xids xid8[];
  v_found integer;
  v_relation smallint;
  v_relation_keys text[];
  v_rows record;
  v_changed jsonb;
  v_gone jsonb;
  v_outside jsonb;
  v_bytes bigint;
begin
  if pg_snapshot_xmax(v_cursor) > pg_snapshot_xmax(v_now) then
    raise exception using errcode = 'OP410', message = 'This server was set back to an earlier state.',
      detail = '{"code": "server.rewound"}';
  end if;

  select array_agg(c.xid), array_agg(c.relation), array_agg(c.key), pg_catalog.count(*)
  into v_xids, v_relations, v_keys, v_found
  from console_sync.changes(
    v_cursor,
    split_part(p_after, ':', 1)::xid8,
    split_part(p_after, ':', 2)::smallint,
    substr(p_after, length(split_part(p_after, ':', 1)) + length(split_part(p_after, ':', 2)) + 3),
    v_limit + 1) c;

  loop
    v_changed := '[]';
    v_gone := '[]';
    v_outside := '[]';
    v_bytes := 0;
    for v_relation, v_relation_keys in
      select c.relation, array_agg(c.key) from unnest(v_relations[:v_limit], v_keys[:v_limit]) as c (relation, key)
      group by c.relation order by c.relation
    loop
      v_rows := console_sync.live_rows(v_relation, v_relation_keys, p_scope);
      v_bytes := v_bytes + v_rows.bytes;
      if v_rows.changed is not null then
        v_changed := v_changed || pg_catalog.jsonb_build_array(v_rows.changed);
      end if;
      if v_rows.gone is not null then
        v_gone := v_gone || pg_catalog.jsonb_build_array(v_rows.gone);
      end if;
      if v_rows.outside is not null then
        v_outside := v_outside || pg_catalog.jsonb_build_array(v_rows.outside);
      end if;
    end loop;
    exit when v_bytes <= 8000000 or v_limit = 1;
    -- Wide rows: a smaller page of the same changes.
    v_limit := greatest(1, least(v_limit, v_found) / 4);
  end loop;

  return pg_catalog.jsonb_build_object(
    'epoch', console_sync.epoch(),
    'visibility', console_sync.visibility_digest(v_role),
    'schemaVersion', console_sync.system() ->> 'version',
    'schemaDigest', console_sync.schema_digest(),
    'cursor', v_now::text,
    'changed', v_changed,
    'gone', v_gone,
    'outside', v_outside,
    'now', now(),
    'next', case when v_found > v_limit then v_xids[v_limit] || ':' || v_relations[v_limit] || ':' || v_keys[v_limit] end
  );
end
$$;
