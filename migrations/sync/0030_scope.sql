-- How much of a table a console keeps. It says so with each question, and both sides ask the same condition of a row:
--   null                               everything
--   {"none": true}                     nothing
--   {"by": column, "from": moment}     rows whose column is not before the moment, and those where it is empty:
--                                      nobody can say how old they are
-- The moment is fixed by the console, from this server's clock: a condition that moved by itself would let rows fall
-- out of it that no pull tells of.

-- The condition as an expression over a row of the given alias, never null. `p_bound` is the expression by which the query
-- that it becomes part of knows `p_kept`: the moment stays a value.
-- Refuses a column that is not there, or is no date, and a moment that is none (OP400).
create or replace function console_sync.kept_condition(p_alias text, p_source regclass, p_kept jsonb, p_bound text)
returns text
language plpgsql stable
as $$
declare
  v_column text;
  v_type text;
begin
  if p_kept is null or p_kept = 'null' then
    return 'true';
  elsif p_kept -> 'none' = 'true' then
    return 'false';
  end if;
  select c.name, c.type into v_column, v_type
  from console_sync.readable_columns(p_source, false) c
  where c.name = p_kept ->> 'by' and c.base in (1082, 1114, 1184);
  if v_column is null then
    raise exception using errcode = 'OP400', column = 'by',
      message = format('%s has no date or time “%s” that rows could be kept by.', p_source, p_kept ->> 'by'),
      detail = jsonb_build_object('code', 'scope.no_such_time', 'params',
        jsonb_build_object('relation', p_source::text, 'column', coalesce(p_kept ->> 'by', '')))::text;
  end if;
  if not console_sync.is_moment(p_kept ->> 'from') then
    raise exception using errcode = 'OP400', message = 'The moment from which rows are kept can''t be read.', column = 'from',
      detail = '{"code": "scope.no_moment"}';
  end if;
  return format('(%1$I.%2$I is null or %1$I.%2$I >= (%3$s ->> ''from'')::%4$s)', p_alias, v_column, p_bound, v_type);
end
$$;

create or replace function console_sync.is_moment(p_text text) returns boolean
language plpgsql immutable
as $$
begin
  return p_text::timestamptz is not null;
exception when data_exception then
  return false;
end
$$;

revoke all on function console_sync.kept_condition(text, regclass, jsonb, text), console_sync.is_moment(text)
from public, anon, authenticated, service_role;
grant execute on function console_sync.kept_condition(text, regclass, jsonb, text), console_sync.is_moment(text)
to authenticated;
