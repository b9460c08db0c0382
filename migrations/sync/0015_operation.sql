-- Running one operation (shared/model/entry.ts) as the caller, under their policies. The server runs it in a push;
-- a console's mirror runs the very same function before anything is sent.

-- Checks what was deferred to the end of the transaction now, while the error can still be laid at the right
-- operation's door, and defers it again for the next one. The names are looked up once in a transaction; from then on
-- there is nothing to check as long as no row has moved in the tables that they belong to.
create or replace function console_sync.check_deferred() returns void
language plpgsql
as $$
declare
  v_checks text := coalesce(current_setting('console_sync.deferred', true), '');
  v_names text;
  v_tables oid[];
begin
  if v_checks = '' then
    select string_agg(distinct format('%I.%I', n.nspname, c.conname), ', '),
      array_agg(distinct c.conrelid) || array_agg(distinct c.confrelid)
    into v_names, v_tables
    from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
    -- The name alone is not enough for "set constraints" when a constraint of the same name can't be deferred.
    where c.condeferred and not exists (
      select from pg_catalog.pg_constraint o
      where o.conname = c.conname and o.connamespace = c.connamespace and not o.condeferrable
    );
    v_checks := coalesce('set constraints ' || v_names || ' immediate; set constraints ' || v_names || ' deferred', 'none');
    perform set_config('console_sync.deferred', v_checks, true),
      set_config('console_sync.deferred_in', coalesce(v_tables, '{}')::text, true);
  elsif v_checks <> 'none' and console_sync.moves() = current_setting('console_sync.deferred_at', true) then
    return;
  end if;
  if v_checks <> 'none' then
    execute v_checks;
    perform set_config('console_sync.deferred_at', console_sync.moves(), true);
  end if;
end
$$;

-- How often a row has moved in the tables whose constraints are deferred: goes up with each, also with one that was undone.
-- Null where nobody counts. It does not begin at 0, since a transaction may find the numbers of the one before it.
create or replace function console_sync.moves() returns text
language plpgsql
as $$
declare
  v_moves bigint := 0;
  v_table oid;
begin
  if not current_setting('track_counts')::boolean then
    return null;
  end if;
  foreach v_table in array current_setting('console_sync.deferred_in')::oid[]
  loop
    v_moves := v_moves + pg_stat_get_xact_tuples_inserted(v_table) + pg_stat_get_xact_tuples_updated(v_table)
      + pg_stat_get_xact_tuples_deleted(v_table);
  end loop;
  return v_moves;
end
$$;

drop function if exists console_sync.run_operation(jsonb, boolean);

-- Runs one operation. Answers {"merged": boolean, "result": what a function answered}. Raises OP409 for a conflict, with
-- its parts as JSON in the detail; any other error of the database goes through as it is.
create or replace function console_sync.run_operation(p_operation jsonb) returns jsonb
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
    when 'insert' then console_sync.run_insert(p_operation)
    when 'update' then console_sync.run_update(p_operation)
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
