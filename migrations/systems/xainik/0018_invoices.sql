-- Invoices: issued with a number that leaves no gap, made void with a reason, never deleted.

create function xainik.next_number(p_series text, p_at timestamptz) returns text
language plpgsql security definer set search_path = ''
as $$
declare
  v_year integer := extract(year from p_at at time zone 'UTC');
  v_number bigint;
begin
  -- The row is locked until the transaction ends: whoever comes next waits, and a rollback gives the number back.
  -- The id is left to chance: only a clash on series and year is to be waited for.
  insert into public.numbering_state as n (series, year, last_number)
  values (p_series, v_year, 1)
  on conflict (series, year) do update set last_number = n.last_number + 1
  returning last_number into v_number;
  return format('%s-%s-%s', case p_series when 'invoice' then 'INV' else 'RCT' end, v_year,
    lpad(v_number::text, greatest(6, length(v_number::text)), '0'));
end
$$;
comment on function xainik.next_number(text, timestamptz) is 'The next number of a series, counted anew each year, without gaps.';

-- By triggers, so that the payment provider's webhook gets its numbers in the same way.
create function xainik.number_invoice() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.status <> 'draft' and new.invoice_number is null and xainik.is_server() then
    new.invoice_number := xainik.next_number('invoice', now());
  end if;
  return new;
end
$$;
comment on function xainik.number_invoice() is 'Gives an invoice that is no draft its number; on a console it waits for the server''s.';

create function xainik.number_receipt() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if new.receipt_number is null and xainik.is_server() then
    new.receipt_number := xainik.next_number('receipt', now());
  end if;
  return new;
end
$$;
comment on function xainik.number_receipt() is 'Gives a receipt its number; on a console it waits for the server''s.';

create function xainik.keep_numbered() returns trigger
language plpgsql set search_path = ''
as $$
declare
  v_column text := tg_argv[0];
begin
  if to_jsonb(old) ->> v_column is null
    or (tg_op = 'UPDATE' and to_jsonb(new) -> v_column = to_jsonb(old) -> v_column) then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception using errcode = '42501',
    message = 'What has a number stays: it can''t be deleted, and keeps its number. Make the invoice void instead.',
    detail = '{"code": "numbering.keeps", "params": {}}';
end
$$;
comment on function xainik.keep_numbered() is 'Refuses whatever would tear a gap into the numbers, the deletion of a person with invoices included.';

create trigger invoices_number before insert or update of status on public.invoices
  for each row execute function xainik.number_invoice();
create trigger receipts_number before insert on public.receipts
  for each row execute function xainik.number_receipt();
create trigger invoices_keep_number before update of invoice_number or delete on public.invoices
  for each row execute function xainik.keep_numbered('invoice_number');
create trigger receipts_keep_number before update of receipt_number or delete on public.receipts
  for each row execute function xainik.keep_numbered('receipt_number');

create function public.issue_invoice(
  p_invoice_id uuid, p_due_in_days integer default 14, p_issue_id uuid default gen_random_uuid(),
  p_issued_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('billing.manage');
  v_at timestamptz := xainik.decided_at(p_issued_at);
  v_invoice public.invoices;
begin
  select * into v_invoice from public.invoices where id = p_invoice_id for no key update;
  if v_invoice.id is null then
    perform xainik.refuse('p_invoice_id', 'invoice.unknown', 'This invoice does not exist.');
  elsif p_due_in_days is null or p_due_in_days not between 0 and 120 then
    perform xainik.refuse('p_due_in_days', 'invoice.due_invalid', 'Choose a term of payment between 0 and 120 days.', '{"days": 120}');
  elsif v_invoice.status <> 'draft' then
    perform xainik.lost('invoice.no_draft', 'This invoice has been issued meanwhile.',
      jsonb_build_object('number', coalesce(v_invoice.invoice_number, '—')),
      jsonb_build_object('status', v_invoice.status, 'invoice_number', v_invoice.invoice_number, 'issued_at', v_invoice.issued_at),
      null);
  elsif v_invoice.line_items = '[]' or v_invoice.total_minor = 0 then
    perform xainik.refuse('p_invoice_id', 'invoice.empty', 'This invoice bills nothing. Add lines and amounts to the draft first.');
  end if;

  update public.invoices set status = 'issued', issued_at = v_at, due_at = v_at + make_interval(days => p_due_in_days)
    where id = p_invoice_id returning * into v_invoice;
  perform xainik.write_activity(p_issue_id, 'invoice.issued', v_invoice.user_id, 'invoices', p_invoice_id,
    jsonb_build_object('total_minor', v_invoice.total_minor, 'currency', v_invoice.currency), v_at);
  perform xainik.notify(p_issue_id, v_invoice.user_id, 'invoice.issued', jsonb_build_object('id', p_invoice_id), v_at);
  return jsonb_build_object('invoice_id', p_invoice_id, 'invoice_number', v_invoice.invoice_number, 'issued_by', v_staff);
end
$$;
comment on function public.issue_invoice(uuid, integer, uuid, timestamptz)
  is 'Issues a draft: it gets the next number, from the server, and the person is told.';

create function public.void_invoice(
  p_invoice_id uuid, p_from_status public.invoice_status, p_reason text, p_void_id uuid default gen_random_uuid(),
  p_voided_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('billing.manage');
  v_at timestamptz := xainik.decided_at(p_voided_at);
  v_reason text := xainik.text_of(p_reason, 'p_reason', 2000);
  v_invoice public.invoices;
begin
  select * into v_invoice from public.invoices where id = p_invoice_id for no key update;
  if v_invoice.id is null then
    perform xainik.refuse('p_invoice_id', 'invoice.unknown', 'This invoice does not exist.');
  elsif v_reason is null then
    perform xainik.refuse('p_reason', 'invoice.reason_required', 'Write why it is made void: the reason stays on the invoice.');
  elsif v_invoice.status is distinct from p_from_status then
    perform xainik.lost('invoice.moved', 'The status of this invoice has changed meanwhile. Look at it and decide again.',
      jsonb_build_object('number', coalesce(v_invoice.invoice_number, '—')),
      jsonb_build_object('status', v_invoice.status, 'paid_at', v_invoice.paid_at, 'void_reason', v_invoice.void_reason),
      case when v_invoice.status = 'issued' then jsonb_build_object('p_from_status', v_invoice.status) end);
  elsif v_invoice.status <> 'issued' then
    perform xainik.refuse('p_invoice_id', 'invoice.not_voidable', 'Only an issued invoice that is not paid can be made void.');
  elsif exists (select from public.receipts where invoice_id = p_invoice_id) then
    perform xainik.refuse('p_invoice_id', 'invoice.partly_paid', 'A part of this invoice has been paid. It can''t be made void.');
  end if;

  update public.invoices set status = 'void', voided_at = v_at, void_reason = v_reason where id = p_invoice_id;
  perform xainik.write_activity(p_void_id, 'invoice.voided', v_invoice.user_id, 'invoices', p_invoice_id,
    jsonb_build_object('reason', v_reason), v_at);
  perform xainik.notify(p_void_id, v_invoice.user_id, 'invoice.voided',
    jsonb_build_object('id', p_invoice_id, 'reason', v_reason), v_at);
  return jsonb_build_object('invoice_id', p_invoice_id, 'voided_by', v_staff);
end
$$;
comment on function public.void_invoice(uuid, public.invoice_status, text, uuid, timestamptz)
  is 'Makes an unpaid invoice void. It keeps its number.';

select xainik.record_migration('0018_invoices', 'Invoices with numbers without gaps.');
