-- Makes the trigger function do nothing in which an error was met, the innermost one that its context names.
-- Answers the function, or null when there is none. Our own keep the books, and are none of them.
create function outpost.make_idle(p_context text) returns text
language plpgsql
as $$
declare
  v_function regprocedure;
begin
  select p.oid into v_function
  from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
  cross join lateral (
    -- The context says the schema of what is not in the search path.
    select min(nullif(position('function ' || name || '() ' in p_context), 0)) as place
    from unnest(array[quote_ident(p.proname), format('%I.%I', n.nspname, p.proname)]) name
  ) named
  where p.prorettype = 'pg_catalog.trigger'::regtype and n.nspname not in ('console_sync', 'outpost') and named.place > 0
  order by named.place, n.nspname limit 1;
  if v_function is null then
    return null;
  end if;
  execute format(
    'create or replace function %s returns trigger language plpgsql as ''begin return coalesce(new, old); end''',
    v_function
  );
  return v_function::text;
end
$$;
