-- "Something changed", said through the project's Realtime, so that a console looks at once instead of at its next turn.
--
-- A hint says nothing else: no row, no key, no table. A console that gets none, or too many, or a false one, looks at
-- another time and finds the same. So unlike the index, a hint may fail: the product's write goes on without it.
-- Where a project has no Realtime, nothing of this is installed and nothing is sent.

-- Once in each transaction that changed something. In a savepoint that is undone, the mark goes with the hint.
create or replace function console_sync.hint() returns trigger
language plpgsql security definer
set search_path = ''
as $$
declare
  v_here constant text := pg_current_xact_id()::text;
begin
  if current_setting('console_sync.hinted', true) = v_here then
    return null;
  end if;
  perform set_config('console_sync.hinted', v_here, true);
  begin
    perform realtime.send('{}'::jsonb, 'changed', 'console_sync', true);
  exception when others then
    raise warning 'Consoles were not told of a change at once: %', sqlerrm;
  end;
  return null;
end
$$;

-- Whether this server sends hints.
create or replace function console_sync.sends_hints() returns boolean
language sql stable
set search_path = ''
as $$
  select exists (
    select from pg_catalog.pg_trigger t
    where t.tgrelid = to_regclass('console_sync.row_index') and t.tgname = 'console_sync_hint' and t.tgenabled <> 'D'
  )
$$;

-- Sends hints from now on, if the project has what it takes; harmless to repeat. Answers whether it has.
create or replace function console_sync.send_hints() returns boolean
language plpgsql
set search_path = ''
as $$
begin
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is null
    or to_regclass('realtime.messages') is null or to_regprocedure('realtime.topic()') is null then
    return false;
  end if;
  begin
    if not exists (
      select from pg_catalog.pg_policy p
      where p.polrelid = 'realtime.messages'::regclass and p.polname = 'console staff hear of changes'
    ) then
      -- Receiving alone: there is no policy to send, so nobody who is signed in can make a hint up.
      create policy "console staff hear of changes" on realtime.messages for select to authenticated
        using (extension = 'broadcast' and (select realtime.topic()) = 'console_sync'
          and (select console_sync.role()) is not null);
    end if;
  exception when insufficient_privilege then
    raise warning 'Consoles are not told of changes at once: %', sqlerrm;
    return false;
  end;
  -- The index is written by every followed statement, whichever the table, and always by an insert: one that updates
  -- what conflicts fires this once too.
  create or replace trigger console_sync_hint after insert on console_sync.row_index
    for each statement execute function console_sync.hint();
  alter table console_sync.row_index enable always trigger console_sync_hint;
  return true;
end
$$;

do $$
begin
  if coalesce(current_setting('console_sync.mirror', true), '') <> 'on' then
    perform console_sync.send_hints();
  end if;
  -- Whoever greets may know whether to listen; all else here is the owner's.
  revoke all on function console_sync.hint(), console_sync.sends_hints(), console_sync.send_hints()
    from public, anon, authenticated, service_role;
  grant execute on function console_sync.sends_hints() to authenticated;
end
$$;
