-- Old reports of the payment provider go to the archive; failed e-mails go out again.

create function public.archive_payment_events(
  p_before timestamptz, p_archive_id uuid default gen_random_uuid(), p_archived_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('billing.manage');
  v_at timestamptz := xainik.decided_at(p_archived_at);
  v_moved integer;
begin
  if p_before is null or p_before > v_at - interval '90 days' then
    perform xainik.refuse('p_before', 'payment_events.too_recent',
      'Reports of the last 90 days stay where they are. Choose an earlier day.', '{"days": 90}');
  end if;
  -- One statement, so that a row is in one of the two tables at any time; two calls at once share the rows out.
  with gone as (
    delete from public.payment_events e
    where e.id in (
      select id from public.payment_events
      where processed_at is not null and received_at < p_before
      order by received_at, id for update skip locked
    )
    returning e.*
  ), moved as (
    insert into public.payment_events_archive (id, provider, provider_event_id, event_type, user_id, invoice_id,
      donation_id, amount_minor, currency, status, error, payload, received_at, processed_at, archived_by, archived_at)
    select id, provider, provider_event_id, event_type, user_id, invoice_id, donation_id, amount_minor, currency, status,
      error, payload, received_at, processed_at, v_staff, v_at
    from gone
    returning id
  )
  select count(*) into v_moved from moved;
  perform xainik.write_activity(p_archive_id, 'payments.archived', null, 'payment_events_archive', p_archive_id,
    jsonb_build_object('before', p_before, 'rows', v_moved), v_at);
  return jsonb_build_object('archived', v_moved);
end
$$;
comment on function public.archive_payment_events(timestamptz, uuid, timestamptz)
  is 'Moves handled reports from before a day to the archive. Those that failed or wait stay.';

create function public.resend_email(
  p_email_id uuid, p_resend_id uuid default gen_random_uuid(), p_requested_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('emails.manage');
  v_at timestamptz := xainik.decided_at(p_requested_at);
  v_email public.email_logs;
  v_again public.email_logs;
begin
  select * into v_email from public.email_logs where id = p_email_id for no key update;
  if v_email.id is null then
    perform xainik.refuse('p_email_id', 'email.unknown', 'This e-mail does not exist.');
  end if;
  select * into v_again from public.email_logs where resend_of = p_email_id;
  if v_again.id is not null then
    perform xainik.lost('email.resent', format('%s has been sent this e-mail again already.', v_email.to_email),
      jsonb_build_object('to', v_email.to_email),
      jsonb_build_object('status', v_again.status, 'created_at', v_again.created_at, 'requested_by', (
        select full_name from public.users where id = v_again.requested_by)),
      null);
  elsif v_email.status not in ('bounced', 'failed') then
    perform xainik.refuse('p_email_id', 'email.not_failed', 'Only an e-mail that failed or came back is sent again.');
  end if;

  -- To where the person reads e-mail now: a wrong address is the usual reason.
  insert into public.email_logs
    (id, user_id, to_email, template, subject, params, resend_of, requested_by, created_at)
  values (p_resend_id, v_email.user_id,
    coalesce((select email from public.users where id = v_email.user_id), v_email.to_email),
    v_email.template, v_email.subject, v_email.params, p_email_id, v_staff, v_at);
  perform xainik.write_activity(xainik.derived_id(p_resend_id, 'resent'), 'email.resent', v_email.user_id, 'email_logs',
    p_resend_id, jsonb_build_object('template', v_email.template, 'resend_of', p_email_id), v_at);
  return jsonb_build_object('email_id', p_resend_id);
end
$$;
comment on function public.resend_email(uuid, uuid, timestamptz)
  is 'Queues a failed e-mail again, to the address that the person has now.';

select xainik.record_migration('0020_archive_and_email', 'The archive of payment events, and e-mails that are sent again.');
