-- What a console asks when it must know whether this is still the server that it knew, and whether its own journal is
-- still the one that this server knew. Receipts are the memory of both.

-- The entry's hash in its journal's chain: it stands for that entry and every one before it.
alter table console_sync.receipts add column if not exists chain text;

-- Refuses (OP410) whoever means another server than this one: another identity, a state that it has not reached, or
-- one in which it remembers an entry that it knows nothing of.
-- Asked before anything is done, so that nothing that was decided for one server is done on another.
create or replace function console_sync.require_same(p_expected jsonb) returns void
language plpgsql stable
as $$
begin
  if p_expected ->> 'epoch' <> console_sync.epoch() then
    raise exception using errcode = 'OP410', message = 'This is another server than the one that is meant.',
      detail = '{"code": "server.other"}';
  end if;
  if pg_snapshot_xmax((p_expected ->> 'cursor')::pg_snapshot) > pg_snapshot_xmax(pg_current_snapshot())
    or not console_sync.has_receipt((p_expected ->> 'receipt')::uuid) and p_expected ->> 'receipt' is not null
  then
    raise exception using errcode = 'OP410', message = 'This server was set back to an earlier state.',
      detail = '{"code": "server.rewound"}';
  end if;
end
$$;

-- The caller's own receipts among some ids; what is not among them never arrived, or was lost with a restore.
create or replace function console_sync.own_receipts(p_ids uuid[]) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select coalesce(jsonb_agg(r.outcome order by r.id), '[]')
  from console_sync.receipts r
  where r.id = any (p_ids) and r.person = auth.uid() and r.outcome is not null
$$;

-- A page of the entries that came from one of the caller's machines, in the order of its journal, after a place in it.
create or replace function console_sync.own_chain(p_device uuid, p_seq bigint, p_id uuid, p_limit integer)
returns table (seq bigint, id uuid, hash text)
language sql stable security definer
set search_path = ''
as $$
  select r.seq, r.id, r.chain
  from console_sync.receipts r
  where r.person = auth.uid() and r.device = p_device and (p_seq is null or (r.seq, r.id) > (p_seq, p_id))
  order by r.seq, r.id
  limit p_limit
$$;

-- The newest entry of one of the caller's machines, by its place in the journal there.
create or replace function console_sync.own_head(p_device uuid) returns jsonb
language sql stable security definer
set search_path = ''
as $$
  select jsonb_build_object('seq', r.seq, 'id', r.id, 'hash', r.chain)
  from console_sync.receipts r
  where r.person = auth.uid() and r.device = p_device
  order by r.seq desc, r.at desc
  limit 1
$$;

-- What became of entries, by their ids, and the newest that came from a machine: what anchors its journal.
create or replace function public.console_receipts(p_ids uuid[], p_device uuid default null) returns jsonb
language plpgsql stable
as $$
begin
  perform console_sync.require_staff();
  if cardinality(p_ids) > 2000 then
    raise exception using errcode = 'OP400', message = 'Ask for at most 2000 receipts.',
      detail = '{"code": "push.bad_entries"}';
  end if;
  return jsonb_build_object('epoch', console_sync.epoch(), 'receipts', console_sync.own_receipts(p_ids),
    'head', console_sync.own_head(p_device));
end
$$;

-- Every entry that came from one of the caller's machines, page by page. `next` is null on the last.
create or replace function public.console_chain(p_device uuid, p_after text default null, p_max_rows integer default 2000)
returns jsonb
language plpgsql stable
as $$
declare
  v_limit constant integer := greatest(1, least(coalesce(p_max_rows, 2000), 20000));
  v_links jsonb;
begin
  perform console_sync.require_staff();
  select coalesce(jsonb_agg(jsonb_build_object('seq', c.seq, 'id', c.id, 'hash', c.hash) order by c.seq, c.id), '[]')
  into v_links
  from console_sync.own_chain(p_device, split_part(p_after, ':', 1)::bigint, split_part(p_after, ':', 2)::uuid, v_limit) c;
  return jsonb_build_object('links', v_links, 'next', case when jsonb_array_length(v_links) = v_limit
    then (v_links -> -1 ->> 'seq') || ':' || (v_links -> -1 ->> 'id') end);
end
$$;

do $$
declare
  v_function regprocedure;
begin
  foreach v_function in array array[
    'console_sync.require_same(jsonb)', 'console_sync.own_receipts(uuid[])', 'console_sync.own_head(uuid)',
    'console_sync.own_chain(uuid, bigint, uuid, integer)',
    'public.console_receipts(uuid[], uuid)', 'public.console_chain(uuid, text, integer)'
  ]::regprocedure[] loop
    execute format('revoke all on function %s from public, anon, authenticated, service_role', v_function);
    execute format('grant execute on function %s to authenticated', v_function);
  end loop;
end
$$;
