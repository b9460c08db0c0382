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
  v_done := console_sync.run_operation(p_entry -> 'operation', false);
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
  v_entry jsonb;
  v_receipt jsonb;
  v_receipts jsonb[] := '{}';
  v_claim record;
  v_hash text;
  v_waits_for uuid;
begin
  perform console_sync.require_staff();
  perform console_sync.require_same(p_expected);
  if jsonb_typeof(p_entries) is distinct from 'array' or jsonb_array_length(p_entries) > 2000 then
    raise exception using errcode = 'OP400', message = 'Send a list of at most 2000 entries.',
      detail = '{"code": "push.bad_entries"}';
  end if;

  if p_expected ->> 'schema' <> console_sync.schema_digest() then
    return jsonb_build_object('epoch', console_sync.epoch(), 'schemaChanged', true, 'receipts', '[]'::jsonb);
  end if;

  for v_entry in select e from jsonb_array_elements(p_entries) e
  loop
    if (v_entry ->> 'person')::uuid is distinct from auth.uid() then
      raise exception using errcode = '42501', message = 'This decision belongs to somebody else.',
        detail = '{"code": "other_person"}';
    end if;

    v_hash := encode(sha256(convert_to(coalesce(v_entry -> 'operation', 'null')::text, 'UTF8')), 'hex');
    v_waits_for := case when jsonb_array_length(v_entry -> 'dependsOn') > 0 then console_sync.first_unapplied(array(
      select d::uuid from jsonb_array_elements_text(v_entry -> 'dependsOn') d)) end;
    if v_waits_for is not null and not console_sync.has_receipt((v_entry ->> 'id')::uuid) then
      v_receipt := jsonb_build_object('id', v_entry -> 'id', 'outcome', 'held', 'on', v_waits_for);
    else
      v_claim := console_sync.claim(v_entry, v_hash);
      if v_claim.is_new then
        v_receipt := console_sync.run_entry(v_entry);
        perform console_sync.settle((v_entry ->> 'id')::uuid, v_receipt);
      elsif v_claim.hash is distinct from v_hash then
        v_receipt := jsonb_build_object('id', v_entry -> 'id', 'outcome', 'rejected', 'reason', jsonb_build_object(
          'sqlstate', 'OP400', 'message', 'Another decision was sent under the same number before; this one was not run.',
          'code', 'entry.reused', 'field', null, 'constraint', null, 'hint', null, 'params', '{}'::jsonb));
      else
        v_receipt := v_claim.receipt;
      end if;
    end if;
    v_receipts := v_receipts || v_receipt;
  end loop;

  return jsonb_build_object('epoch', console_sync.epoch(), 'receipts', to_jsonb(v_receipts));
end
$$;
