-- A decision happens exactly once, however often it is sent: its receipt is made in the transaction that runs it.
--
-- These functions look receipts up by their id, thousands of times in one push. A plan that was made while the table was
-- still small, and that a session keeps, would read all of it each time, or all of the person's: hence no sequential
-- scans, and no condition on the person that their index could serve.

drop function if exists console_sync.claim(jsonb, text);
drop function if exists console_sync.settle(uuid, jsonb);

-- What an entry says, in short: the same id with another hash is another decision.
create or replace function console_sync.entry_hash(p_entry jsonb) returns text
language sql immutable
as $$
  select encode(sha256(convert_to(coalesce(p_entry -> 'operation', 'null')::text, 'UTF8')), 'hex')
$$;

-- Takes entries for this transaction, and answers the ids of those that are new. Another transaction that is running one of
-- them is waited for. In one order for everybody, so that two such transactions never wait for each other.
create or replace function console_sync.claim(p_entries jsonb) returns uuid[]
language plpgsql security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_new uuid[];
begin
  with claimed as (
    insert into console_sync.receipts (id, person, device, seq, hash, chain)
    select (e ->> 'id')::uuid, auth.uid(), (e ->> 'device')::uuid, (e ->> 'seq')::bigint, console_sync.entry_hash(e), e ->> 'chain'
    from jsonb_array_elements(p_entries) e
    order by 1
    on conflict (id) do nothing
    returning id
  )
  select coalesce(array_agg(id), '{}') into v_new from claimed;
  return v_new;
end
$$;

-- The receipt that an entry got when it came first. Refuses an id that somebody else's entry has (42501).
create or replace function console_sync.earlier_receipt(p_entry jsonb) returns jsonb
language plpgsql stable security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_first console_sync.receipts;
begin
  select * into v_first from console_sync.receipts r where r.id = (p_entry ->> 'id')::uuid;
  if v_first.person is distinct from auth.uid() then
    raise exception using errcode = '42501', message = 'This decision belongs to somebody else.',
      detail = '{"code": "other_person"}';
  end if;
  if v_first.hash <> console_sync.entry_hash(p_entry) then
    return jsonb_build_object('id', p_entry -> 'id', 'outcome', 'rejected', 'reason', jsonb_build_object(
      'sqlstate', 'OP400', 'message', 'Another decision was sent under the same number before; this one was not run.',
      'code', 'entry.reused', 'field', null, 'constraint', null, 'hint', null, 'params', '{}'::jsonb));
  end if;
  return v_first.outcome;
end
$$;

-- Keeps the receipts of entries that were claimed. Those that are held were not run: they may come again. One by one: joined
-- to a table that the planner takes for empty, each would be compared with all others.
create or replace function console_sync.settle(p_receipts jsonb[]) returns void
language plpgsql security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_person constant uuid := auth.uid();
  v_receipt jsonb;
begin
  foreach v_receipt in array p_receipts
  loop
    if v_receipt ->> 'outcome' = 'held' then
      delete from console_sync.receipts r where r.id = (v_receipt ->> 'id')::uuid and r.person is not distinct from v_person;
    else
      update console_sync.receipts r set outcome = v_receipt
      where r.id = (v_receipt ->> 'id')::uuid and r.person is not distinct from v_person;
    end if;
  end loop;
end
$$;

create or replace function console_sync.has_receipt(p_id uuid) returns boolean
language sql stable security definer
set search_path = ''
set enable_seqscan = off
as $$
  select exists (select from console_sync.receipts r where r.id = p_id)
$$;

-- The first of the entries that are named which has not been applied, or null. One by one: a join would be planned for
-- a table of another size as well.
create or replace function console_sync.first_unapplied(p_ids uuid[]) returns uuid
language plpgsql stable security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_person constant uuid := auth.uid();
  v_id uuid;
begin
  foreach v_id in array p_ids
  loop
    if not exists (
      select from console_sync.receipts r
      where r.id = v_id and r.person is not distinct from v_person and r.outcome ->> 'outcome' = 'applied'
    ) then
      return v_id;
    end if;
  end loop;
  return null;
end
$$;
