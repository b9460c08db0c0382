-- What staff send: payment links to prospects, reminders to suspended clients, messages.

create function public.generate_payment_link_token() returns text
language sql volatile set search_path = ''
as $$
  -- Two random ids hold 244 random bits from the system's own source; hashing makes them one url-safe word.
  select translate(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'base64'),
    '+/=', '-_')
$$;
comment on function public.generate_payment_link_token() is 'A new token that cannot be guessed: 43 url-safe characters.';

create function public.create_payment_link(
  p_product_id uuid, p_prospect_email text, p_prospect_name text default null, p_amount numeric default null,
  p_expires_at timestamptz default null, p_link_id uuid default gen_random_uuid(),
  p_token text default public.generate_payment_link_token(), p_created_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_agent uuid := partners_vrai.require_staff();
  v_at timestamptz := partners_vrai.decided_at(p_created_at);
  v_expires timestamptz := coalesce(p_expires_at, v_at + interval '14 days');
  v_product public.products;
begin
  select * into v_product from public.products where id = p_product_id;
  if v_product.id is null or not v_product.is_active then
    perform partners_vrai.refuse('p_product_id', 'link.product_not_sold', 'This product is not sold. Choose another one.');
  elsif p_prospect_email is null or p_prospect_email !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or char_length(p_prospect_email) > 320 then
    perform partners_vrai.refuse('p_prospect_email', 'link.email_invalid', 'Enter a complete e-mail address.');
  elsif p_amount < 0 or p_amount >= 1e10 or p_amount <> round(p_amount, 2) then
    perform partners_vrai.refuse('p_amount', 'link.amount_invalid',
      'Enter an amount of zero or more, with at most two decimals.');
  elsif v_expires <= greatest(v_at, now()) or v_expires > v_at + interval '90 days' then
    perform partners_vrai.refuse('p_expires_at', 'link.expiry_invalid', 'Choose an expiry within the next 90 days.',
      '{"days": 90}');
  elsif p_token is null or p_token !~ '^[A-Za-z0-9_-]{43}$' then
    perform partners_vrai.refuse('p_token', 'link.token_invalid', 'Leave the token out: it is made for you.');
  end if;

  insert into public.payment_links
    (id, token, product_id, prospect_email, prospect_name, amount, currency, created_by, expires_at, created_at)
  values (p_link_id, p_token, p_product_id, lower(btrim(p_prospect_email)), nullif(btrim(p_prospect_name), ''),
    coalesce(p_amount, v_product.price), v_product.currency, v_agent, v_expires, v_at);
  perform partners_vrai.write_event(partners_vrai.derived_id(p_link_id, 'requested'), 'PAYMENT_REQUESTED',
    'payment_links', p_link_id, null, null,
    jsonb_build_object('product', v_product.name, 'prospect', lower(btrim(p_prospect_email))), v_at);
  return jsonb_build_object('link_id', p_link_id, 'token', p_token, 'expires_at', v_expires);
end
$$;
comment on function public.create_payment_link(uuid, text, text, numeric, timestamptz, uuid, text, timestamptz)
  is 'Makes a link by which a prospect can register and pay; it lasts 14 days unless told otherwise, at most 90.';

create function public.send_payment_reminder(
  p_order_id uuid, p_channel public.notification_channel default 'EMAIL',
  p_reminder_id uuid default gen_random_uuid(), p_sent_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_agent uuid := partners_vrai.require_staff();
  v_at timestamptz := partners_vrai.decided_at(p_sent_at);
  v_order public.orders;
  v_client public.profiles;
  v_product text;
  v_last timestamptz;
  v_event uuid := partners_vrai.derived_id(p_reminder_id, 'requested');
begin
  -- The lock makes a second reminder wait until it can see the first.
  select * into v_order from public.orders where id = p_order_id for no key update;
  if v_order.id is null then
    perform partners_vrai.refuse('p_order_id', 'reminder.order_unknown', 'This order does not exist.');
  elsif p_channel is null then
    perform partners_vrai.refuse('p_channel', 'reminder.channel_required', 'Choose how the reminder is sent.');
  elsif v_order.status <> 'PENDING' then
    perform partners_vrai.refuse('p_order_id', 'reminder.order_not_unpaid',
      'This order does not wait for a payment any more. No reminder is needed.');
  end if;
  select * into v_client from public.profiles where id = v_order.user_id;
  if v_client.status <> 'SUSPENDED' then
    perform partners_vrai.refuse('p_order_id', 'reminder.client_not_suspended',
      'Only suspended clients are reminded, and this one is not.', jsonb_build_object('client', v_client.full_name));
  end if;
  v_last := (select max(greatest(sent_at, created_at)) from public.payment_reminders where order_id = p_order_id);
  if v_last > v_at - interval '3 days' then
    perform partners_vrai.refuse('p_order_id', 'reminder.too_soon',
      format('%s has been reminded in the last 3 days. Wait until %s.', v_client.full_name,
        (v_last + interval '3 days')::date),
      jsonb_build_object('client', v_client.full_name, 'next_on', (v_last + interval '3 days')::date));
  end if;

  v_product := (select name from public.products where id = v_order.product_id);
  insert into public.payment_reminders (id, user_id, order_id, channel, sent_by_type, sent_by_id, sent_at)
  values (p_reminder_id, v_client.id, p_order_id, p_channel, 'AGENT', v_agent, v_at);
  perform partners_vrai.write_event(v_event, 'PAYMENT_REQUESTED', 'orders', p_order_id, null, v_client.id,
    jsonb_build_object('reminder_id', p_reminder_id, 'product', v_product, 'amount', v_order.amount::text,
      'currency', v_order.currency), v_at);
  insert into public.notifications (id, user_id, event_id, template, params, created_at)
  values (partners_vrai.derived_id(p_reminder_id, 'notification'), v_client.id, v_event, 'payment.reminder',
    jsonb_build_object('product', v_product, 'amount', v_order.amount::text, 'currency', v_order.currency), v_at);
  insert into public.notification_deliveries (id, notification_id, channel, created_at)
  values (partners_vrai.derived_id(p_reminder_id, 'delivery'), partners_vrai.derived_id(p_reminder_id, 'notification'),
    p_channel, v_at);
  return jsonb_build_object('reminder_id', p_reminder_id, 'sent_at', v_at);
end
$$;
comment on function public.send_payment_reminder(uuid, public.notification_channel, uuid, timestamptz)
  is 'Reminds a suspended client of an unpaid order, at most once in 3 days.';
