-- Decisions come in. Each runs in its own savepoint, as the caller, in order; what becomes of it is kept as its
-- receipt in the same transaction, so that it happens exactly once however often it is sent.

-- The state of the server or of other transactions, not of the entry, is to blame: the entry is to be sent again.
create or replace function console_sync.is_transient(p_sqlstate text) returns boolean
language sql immutable
as $$
  select left(p_sqlstate, 2) in ('08', '40', '53', '57', '58', 'XX') or p_sqlstate in ('55P03', '55006', '25006')
$$;

-- Runs one entry that has been claimed and answers its receipt. What the entry did is undone unless it was applied.
create or replace function console_sync.run_entry(p_entry jsonb) returns jsonb
language plpgsql
as $$
declare
  v_done jsonb;
  v_state text;
  v_message text;
  v_detail text;
  v_hint text;
  v_schema text;
  v_table text;
  v_column text;
  v_constraint text;
begin
  v_done := console_sync.run_operation(p_entry -> 'operation');
  return jsonb_build_object('id', p_entry -> 'id', 'outcome', 'applied', 'xid', pg_current_xact_id()::text,
    'merged', v_done -> 'merged', 'result', v_done -> 'result');
exception when others then
  get stacked diagnostics v_state = returned_sqlstate, v_message = message_text, v_detail = pg_exception_detail,
    v_hint = pg_exception_hint, v_schema = schema_name, v_table = table_name, v_column = column_name,
    v_constraint = constraint_name;
  if console_sync.is_transient(v_state) then
    raise;
  end if;
  begin
    return jsonb_build_object('id', p_entry -> 'id') || console_sync.explain(p_entry -> 'operation', jsonb_build_object(
      'sqlstate', v_state, 'message', v_message, 'detail', v_detail, 'hint', v_hint, 'schema', v_schema,
      'table', v_table, 'column', v_column, 'constraint', v_constraint));
  exception when others then
    if console_sync.is_transient(sqlstate) then
      raise;
    end if;
    -- One entry whose error can't be put better must not hold up the others.
    return jsonb_build_object('id', p_entry -> 'id', 'outcome', 'rejected', 'reason', jsonb_build_object(
      'sqlstate', v_state, 'message', v_message, 'code', console_sync.error_code(v_state),
      'field', nullif(v_column, ''), 'constraint', nullif(v_constraint, ''), 'hint', nullif(v_hint, ''), 'params', '{}'::jsonb));
  end;
end
$$;

drop function if exists public.console_push(jsonb);

-- Answers a receipt for each entry, in their order. Refuses the whole call, with nothing done, when an entry is
-- another person's or has no proper form, or when the caller means another server (`p_expected`: epoch, cursor and
-- the newest receipt, as the caller knows them); fails as a whole, to be sent again, when the server is not in a state to
-- decide (a deadlock, a shutdown, a full disk).
--
-- `schema` in `p_expected`: the digest of the schema under whose rules the entries were last run by who sends them. Under another
-- one nothing is run; the answer says so, and the sender runs them again by the new rules first.
create or replace function public.console_push(p_entries jsonb, p_expected jsonb default null) returns jsonb
language plpgsql
as $$
declare
  v_person constant uuid := auth.uid();
  v_new uuid[];
  v_are_all_new boolean;
  v_entry jsonb;
  v_waits_for uuid;
  v_receipt jsonb;
  v_receipts jsonb[] := '{}';
  v_made jsonb[] := '{}';
  v_applied uuid[] := '{}';
begin
  perform console_sync.require_staff();
  perform console_sync.require_same(p_expected);
  if jsonb_typeof(p_entries) is distinct from 'array' or jsonb_array_length(p_entries) > 2000 or (
    select count(distinct (e ->> 'id')::uuid) <> count(*) from jsonb_array_elements(p_entries) e
  ) then
    raise exception using errcode = 'OP400', message = 'Send a list of at most 2000 entries, each once.',
      detail = '{"code": "push.bad_entries"}';
  end if;

  if p_expected ->> 'schema' <> console_sync.schema_digest() then
    return jsonb_build_object('epoch', console_sync.epoch(), 'schemaChanged', true, 'receipts', '[]'::jsonb);
  end if;

  if exists (select from jsonb_array_elements(p_entries) e where (e ->> 'person')::uuid is distinct from v_person) then
    raise exception using errcode = '42501', message = 'This decision belongs to somebody else.',
      detail = '{"code": "other_person"}';
  end if;

  perform set_config('console_sync.prepares', 'on', true);
  v_new := console_sync.claim(p_entries);
  v_are_all_new := cardinality(v_new) = jsonb_array_length(p_entries);
  for v_entry in select e from jsonb_array_elements(p_entries) e
  loop
    if v_are_all_new or (v_entry ->> 'id')::uuid = any (v_new) then
      v_waits_for := case when jsonb_array_length(v_entry -> 'dependsOn') > 0 then console_sync.first_unapplied(array(
        select d::uuid from jsonb_array_elements_text(v_entry -> 'dependsOn') d where d::uuid <> all (v_applied))) end;
      if v_waits_for is null then
        v_receipt := console_sync.run_entry(v_entry);
      else
        v_receipt := jsonb_build_object('id', v_entry -> 'id', 'outcome', 'held', 'on', v_waits_for);
      end if;
      v_made := v_made || v_receipt;
      if v_receipt ->> 'outcome' = 'applied' then
        v_applied := v_applied || (v_entry ->> 'id')::uuid;
      end if;
    else
      v_receipt := console_sync.earlier_receipt(v_entry);
    end if;
    v_receipts := v_receipts || v_receipt;
  end loop;
  perform console_sync.settle(v_made);
  perform console_sync.forget_prepared();

  return jsonb_build_object('epoch', console_sync.epoch(), 'receipts', to_jsonb(v_receipts));
end
$$;
