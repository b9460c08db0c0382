-- Money that came in by another way than the payment provider.

create function public.record_receipt(
  p_invoice_id uuid, p_amount_minor bigint, p_payment_method text, p_received_at timestamptz default now(),
  p_receipt_id uuid default gen_random_uuid(), p_recorded_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('billing.manage');
  v_at timestamptz := xainik.decided_at(p_recorded_at);
  v_received timestamptz := least(xainik.decided_at(p_received_at), v_at);
  v_invoice public.invoices;
  v_open bigint;
begin
  select * into v_invoice from public.invoices where id = p_invoice_id for no key update;
  if v_invoice.id is null then
    perform xainik.refuse('p_invoice_id', 'invoice.unknown', 'This invoice does not exist.');
  elsif p_payment_method is null or p_payment_method not in ('card', 'upi', 'bank_transfer', 'wallet', 'cash') then
    perform xainik.refuse('p_payment_method', 'receipt.method_required', 'Choose how it was paid.');
  elsif p_amount_minor is null or p_amount_minor <= 0 then
    perform xainik.refuse('p_amount_minor', 'receipt.amount_invalid', 'Enter an amount above zero.');
  elsif v_invoice.status in ('paid', 'void') then
    perform xainik.lost('receipt.not_open', 'This invoice does not wait for a payment any more.',
      jsonb_build_object('number', coalesce(v_invoice.invoice_number, '—')),
      jsonb_build_object('status', v_invoice.status, 'paid_at', v_invoice.paid_at), null);
  elsif v_invoice.status = 'draft' then
    perform xainik.refuse('p_invoice_id', 'receipt.draft', 'This invoice is a draft. Issue it first.');
  end if;
  v_open := v_invoice.total_minor - (select coalesce(sum(amount_minor), 0) from public.receipts where invoice_id = p_invoice_id);
  if p_amount_minor > v_open then
    perform xainik.refuse('p_amount_minor', 'receipt.too_much',
      format('Only %s %s are still to be paid, in the smallest unit.', v_open, v_invoice.currency),
      jsonb_build_object('open', v_open, 'currency', v_invoice.currency));
  end if;

  insert into public.receipts
    (id, user_id, invoice_id, amount_minor, currency, payment_method, recorded_by, received_at, created_at)
  values (p_receipt_id, v_invoice.user_id, p_invoice_id, p_amount_minor, v_invoice.currency, p_payment_method, v_staff,
    v_received, v_at);
  if p_amount_minor = v_open then
    update public.invoices set status = 'paid', paid_at = v_received where id = p_invoice_id;
  end if;
  perform xainik.write_activity(xainik.derived_id(p_receipt_id, 'recorded'), 'receipt.recorded', v_invoice.user_id,
    'receipts', p_receipt_id, jsonb_build_object('invoice_id', p_invoice_id, 'amount_minor', p_amount_minor,
      'currency', v_invoice.currency), v_at);
  perform xainik.notify(p_receipt_id, v_invoice.user_id, 'receipt.recorded',
    jsonb_build_object('id', p_receipt_id, 'invoice_id', p_invoice_id), v_at);
  return jsonb_build_object('receipt_id', p_receipt_id, 'paid', p_amount_minor = v_open);
end
$$;
comment on function public.record_receipt(uuid, bigint, text, timestamptz, uuid, timestamptz)
  is 'Records money received for an invoice. The invoice is paid when nothing is left open; the server numbers the receipt.';

select xainik.record_migration('0019_receipts', 'Receipts that staff record.');
