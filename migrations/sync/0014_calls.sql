-- Calls of the product's functions, which is how anything with rules is done.

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
