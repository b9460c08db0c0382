-- Rows that a console does not keep, when somebody asks for them.

-- Rows of a followed table, as the caller sees them now: those of some keys, or, page by page, those whose column has a
-- value. `gone` are keys without a visible row. `now` is when it was read.
-- Refuses an unknown column, and more than 1 000 keys in one question (OP400).
create or replace function public.console_rows(
  p_relation text, p_keys text[] default null, p_column text default null, p_value text default null,
  p_after text default null, p_max_rows integer default 500
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
  v_type text;
  v_rows record;
  v_answer jsonb := '{"count": 0, "data": "", "next": null, "gone": []}';
begin
  perform console_sync.require_staff();
  v_relation := console_sync.find_relation(p_relation);
  v_columns := console_sync.travelling_columns(v_relation.source);
  if v_relation.id is null or v_columns is null or not v_relation.key_columns <@ v_columns then
    raise exception using errcode = 'OP400', message = pg_catalog.format('%s can''t be mirrored.', p_relation),
      detail = '{"code": "relation.not_mirrored"}';
  end if;
  v_answer := v_answer || pg_catalog.jsonb_build_object('relation', p_relation, 'columns', v_columns, 'now', now());

  if p_keys is not null then
    if pg_catalog.cardinality(p_keys) > 1000 then
      raise exception using errcode = 'OP400', message = 'These are too many rows for one question.',
        detail = '{"code": "rows.too_many"}';
    end if;
    v_rows := console_sync.live_rows(v_relation.id, p_keys, '{}');
    return v_answer || coalesce(v_rows.changed, '{}')
      || pg_catalog.jsonb_build_object('gone', coalesce(v_rows.gone -> 'keys', '[]'));
  end if;

  select c.type into v_type from console_sync.readable_columns(v_relation.source, false) c where c.name = p_column;
  if v_type is null then
    raise exception using errcode = 'OP400', message = pg_catalog.format('%s has no column “%s”.', p_relation, p_column),
      detail = '{"code": "relation.other_columns"}';
  end if;
  return v_answer || console_sync.page(
    v_relation.source, v_relation.key_columns, v_relation.key_types, v_columns,
    p_after, greatest(1, least(coalesce(p_max_rows, 500), 2000)),
    pg_catalog.format('t.%I = ($3 ->> ''value'')::%s', p_column, v_type),
    pg_catalog.jsonb_build_object('value', p_value));
end
$$;

revoke all on function public.console_rows(text, text[], text, text, text, integer)
from public, anon, authenticated, service_role;
grant execute on function public.console_rows(text, text[], text, text, text, integer) to authenticated;
