-- What the payment provider reported, and where old reports go.

-- inferred
create table public.payment_events (
  id uuid primary key default gen_random_uuid(),
  provider text not null check (provider in ('razorpay', 'stripe')),
  provider_event_id text not null unique,
  event_type text not null check (event_type ~ '^[a-z_]+(\.[a-z_]+)+$'),
  user_id uuid references public.users (id) on delete set null,
  invoice_id uuid references public.invoices (id) on delete set null,
  donation_id uuid references public.donations (id) on delete set null,
  amount_minor bigint check (amount_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  status public.payment_event_status not null default 'received',
  error text,
  payload jsonb not null default '{}',
  received_at timestamptz not null default now(),
  processed_at timestamptz,
  constraint payment_events_done_has_time check ((status in ('processed', 'ignored')) = (processed_at is not null))
);

comment on table public.payment_events is 'Reports of the payment provider, each handled once.';
comment on column public.payment_events.provider_event_id is 'The provider''s own id, by which a report sent twice is known.';
comment on column public.payment_events.amount_minor is 'In the smallest unit of the currency.';
comment on column public.payment_events.error is 'Why handling it failed.';
comment on column public.payment_events.payload is 'The report as the provider sent it.';

-- Whoever it was about may be gone: the archive refers to nothing that could take its rows along.
-- inferred
create table public.payment_events_archive (
  id uuid primary key,
  provider text not null,
  provider_event_id text not null unique,
  event_type text not null,
  user_id uuid,
  invoice_id uuid,
  donation_id uuid,
  amount_minor bigint,
  currency text,
  status public.payment_event_status not null,
  error text,
  payload jsonb not null default '{}',
  received_at timestamptz not null,
  processed_at timestamptz,
  archived_by uuid references public.users (id) on delete set null,
  archived_at timestamptz not null default now()
);

comment on table public.payment_events_archive is 'Handled reports of the payment provider that are no longer needed every day.';
comment on column public.payment_events_archive.provider_event_id is 'The provider''s own id.';
comment on column public.payment_events_archive.amount_minor is 'In the smallest unit of the currency.';
comment on column public.payment_events_archive.payload is 'The report as the provider sent it.';
comment on column public.payment_events_archive.archived_by is 'Staff who archived it; empty when the system did.';

select xainik.record_migration('0007_payment_events', 'Reports of the payment provider and their archive.');
