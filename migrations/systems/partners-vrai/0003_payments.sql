-- From a link to a paid order.

create table public.payment_links (
  id uuid primary key default gen_random_uuid(),
  token text not null unique check (token ~ '^[A-Za-z0-9_-]{43}$'),
  product_id uuid not null references public.products (id),
  prospect_email text not null,
  prospect_name text,
  amount numeric(12, 2) not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_by uuid not null references public.agents (id),
  user_id uuid references public.profiles (id),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  constraint payment_links_expires_later check (expires_at > created_at),
  constraint payment_links_used_by_someone check ((used_at is null) = (user_id is null))
);

comment on table public.payment_links is 'Links sent to prospects: who opens one can register and pay for a product.';
comment on column public.payment_links.token is 'The secret part of the link: 256 bits that cannot be guessed.';
comment on column public.payment_links.amount is 'What the prospect is asked to pay; may differ from the product''s price.';
comment on column public.payment_links.user_id is 'The client who used the link.';
comment on column public.payment_links.expires_at is 'The link stops working at this time.';

create table public.orders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id),
  product_id uuid not null references public.products (id),
  payment_link_id uuid references public.payment_links (id),
  amount numeric(12, 2) not null check (amount >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  status public.order_status not null default 'PENDING',
  stripe_checkout_session_id text unique,
  stripe_payment_intent_id text unique,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint orders_paid_has_time check (status not in ('PAID', 'REFUNDED') or paid_at is not null)
);

comment on table public.orders is 'What a client has ordered, and whether it is paid.';
comment on column public.orders.amount is 'Amount to pay, in the currency beside it.';
comment on column public.orders.stripe_checkout_session_id is 'Stripe''s checkout session, cs_…';
comment on column public.orders.stripe_payment_intent_id is 'Stripe''s payment, pi_…';

create table public.payment_reminders (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id),
  order_id uuid not null references public.orders (id),
  channel public.notification_channel not null default 'EMAIL',
  sent_by_type public.actor_type not null,
  sent_by_id uuid,
  sent_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint payment_reminders_actor_complete check ((sent_by_type = 'SYSTEM') = (sent_by_id is null))
);

comment on table public.payment_reminders is 'Reminders to suspended clients about an unpaid order, at most one every 3 days.';
comment on column public.payment_reminders.sent_at is 'When it was decided to send it.';
comment on column public.payment_reminders.created_at is 'When the server had it: later than the decision if that was made offline.';

-- inferred
create table public.stripe_events (
  id uuid primary key default gen_random_uuid(),
  stripe_event_id text not null unique,
  type text not null,
  order_id uuid references public.orders (id),
  payload jsonb not null default '{}',
  error text,
  received_at timestamptz not null default now(),
  processed_at timestamptz
);

comment on table public.stripe_events is 'Webhook events already received from Stripe, so that none is handled twice.';
comment on column public.stripe_events.stripe_event_id is 'Stripe''s own id, evt_…';
comment on column public.stripe_events.payload is 'The event as Stripe sent it.';
comment on column public.stripe_events.processed_at is 'Empty while it waits, or when handling it failed.';
