-- A decision happens exactly once, however often it is sent: its receipt is made in the transaction that runs it.
--
-- These functions look receipts up by their id, thousands of times in one push. A plan that was made while the table was
-- still small, and that a session keeps, would read all of it each time, or all of the person's: hence no sequential
-- scans, and no condition on the person that their index could serve.

-- Takes an entry for this transaction. Answers its first receipt when it has one. Another transaction that is
-- running the same entry is waited for. Refuses an id that somebody else's entry has (42501).
create or replace function console_sync.claim(p_entry jsonb, p_hash text, out is_new boolean, out receipt jsonb, out hash text)
returns record
language plpgsql security definer
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_person uuid;
begin
  insert into console_sync.receipts (id, person, device, seq, hash, chain)
  values ((p_entry ->> 'id')::uuid, auth.uid(), (p_entry ->> 'device')::uuid, (p_entry ->> 'seq')::bigint, p_hash,
    p_entry ->> 'chain')
  on conflict (id) do nothing;
  is_new := found;
  if not is_new then
    select r.person, r.outcome, r.hash into v_person, receipt, hash
    from console_sync.receipts r where r.id = (p_entry ->> 'id')::uuid;
    if v_person is distinct from auth.uid() then
      raise exception using errcode = '42501', message = 'This decision belongs to somebody else.',
        detail = '{"code": "other_person"}';
    end if;
  end if;
end
$$;

create or replace function console_sync.settle(p_id uuid, p_outcome jsonb) returns void
language plpgsql security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
  update console_sync.receipts set outcome = p_outcome where id = p_id and person is not distinct from auth.uid();
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
