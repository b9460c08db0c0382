-- The systems' tables refer to auth.users, which no client may read.

-- Staff see these columns of the people, and nothing else of auth.users. In a project that does not say who its
-- staff are, everybody sees only themselves.
create or replace function console_sync.make_people_view() returns text
language plpgsql
set search_path = ''
as $$
declare
  v_columns text;
  v_staffed constant boolean := to_regprocedure('public.console_role()') is not null;
begin
  select string_agg(case when a.attname is null then 'null' else format('u.%I', w.name) end
    || format('::%s as %I', w.type, w.name), ', ' order by w.place) into v_columns
  from (values (1, 'id', 'uuid'), (2, 'email', 'text'), (3, 'last_sign_in_at', 'timestamptz'), (4, 'banned_until', 'timestamptz'))
    as w (place, name, type)
  left join pg_catalog.pg_attribute a on a.attrelid = to_regclass('auth.users') and a.attname = w.name and not a.attisdropped;
  execute format(
    'create or replace view console_sync.people with (security_barrier = %s) as select %s from auth.users u where %s',
    -- The staff's condition is checked once, before any row is read; without a barrier a pull can use the index.
    not v_staffed,
    v_columns,
    case when v_staffed then '(select public.console_role()) is not null' else 'u.id = (select auth.uid())' end);
  revoke all on console_sync.people from public, anon, authenticated, service_role;
  grant select on console_sync.people to authenticated;
  return 'console_sync.people';
end
$$;
