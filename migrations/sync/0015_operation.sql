-- Running one operation (shared/model/entry.ts) as the caller, under their policies. The server runs it in a push;
-- a console's mirror runs the very same function before anything is sent.

-- Checks what was deferred to the end of the transaction now, while the error can still be laid at the right
-- operation's door, and defers it again for the next one. The names are looked up once in a transaction.
create or replace function console_sync.check_deferred() returns void
language plpgsql
as $$
declare
  v_checks text := coalesce(current_setting('console_sync.deferred', true), '');
  v_names text;
begin
  if v_checks = '' then
    select string_agg(distinct format('%I.%I', n.nspname, c.conname), ', ') into v_names
    from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
    -- The name alone is not enough for "set constraints" when a constraint of the same name can't be deferred.
    where c.condeferred and not exists (
      select from pg_catalog.pg_constraint o
      where o.conname = c.conname and o.connamespace = c.connamespace and not o.condeferrable
    );
    v_checks := coalesce('set constraints ' || v_names || ' immediate; set constraints ' || v_names || ' deferred', 'none');
    perform set_config('console_sync.deferred', v_checks, true);
  end if;
  if v_checks <> 'none' then
    execute v_checks;
  end if;
end
$$;

-- Runs one operation. Answers {"merged": boolean, "result": what a function answered, "row": the row after an
-- insert or update as JSON text}. Raises OP409 for a conflict, with its parts as JSON in the detail; any other
-- error of the database goes through as it is.
create or replace function console_sync.run_operation(p_operation jsonb, p_with_row boolean default true) returns jsonb
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
    when 'insert' then console_sync.run_insert(p_operation, p_with_row)
    when 'update' then console_sync.run_update(p_operation, p_with_row)
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
