-- Plans and money. Amounts are whole minor units (paise, cents) with the currency beside them; -1 is unlimited.

-- inferred
create table public.service_plans (
  id uuid primary key default gen_random_uuid(),
  code text not null unique check (code ~ '^[a-z][a-z0-9-]+$'),
  name text not null check (btrim(name) <> ''),
  description text,
  audience public.user_role not null,
  billing_interval public.plan_interval not null,
  price_minor bigint not null check (price_minor >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  max_active_pitches integer not null default 1 check (max_active_pitches >= -1),
  max_resume_requests_per_month integer not null default 0 check (max_resume_requests_per_month >= -1),
  features jsonb not null default '{}' check (jsonb_typeof(features) = 'object'),
  tags text[] not null default '{}',
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.service_plans is 'What can be subscribed to.';
comment on column public.service_plans.code is 'A short name that never changes, for links and imports.';
comment on column public.service_plans.audience is 'The role for which the plan is made.';
comment on column public.service_plans.price_minor is 'Price of one interval without tax, in the smallest unit of the currency.';
comment on column public.service_plans.max_active_pitches is 'Pitches that may be public at the same time; -1 is unlimited.';
comment on column public.service_plans.max_resume_requests_per_month is 'Resume requests a month; -1 is unlimited.';
comment on column public.service_plans.features is 'What else is included, by name.';
comment on column public.service_plans.is_active is 'Off: no longer sold; running subscriptions go on.';

-- inferred
create table public.user_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  plan_id uuid not null references public.service_plans (id),
  status public.subscription_status not null default 'active',
  current_period_start timestamptz not null,
  current_period_end timestamptz not null,
  cancel_at_period_end boolean not null default false,
  canceled_at timestamptz,
  provider_subscription_id text unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_subscriptions_period_in_order check (current_period_end > current_period_start)
);

comment on table public.user_subscriptions is 'Who has subscribed to which plan.';
comment on column public.user_subscriptions.current_period_end is 'Until when it is paid, or tried for free.';
comment on column public.user_subscriptions.cancel_at_period_end is 'On: it ends with the period and is not renewed.';
comment on column public.user_subscriptions.provider_subscription_id is 'The payment provider''s own id.';

-- inferred
create table public.invoices (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  subscription_id uuid references public.user_subscriptions (id) on delete set null,
  invoice_number text unique check (invoice_number ~ '^INV-[0-9]{4}-[0-9]{6,}$'),
  status public.invoice_status not null default 'draft',
  line_items jsonb not null default '[]' check (jsonb_typeof(line_items) = 'array'),
  subtotal_minor bigint not null check (subtotal_minor >= 0),
  tax_minor bigint not null default 0 check (tax_minor >= 0),
  total_minor bigint not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  issued_at timestamptz,
  due_at timestamptz,
  paid_at timestamptz,
  voided_at timestamptz,
  void_reason text check (char_length(void_reason) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint invoices_total_adds_up check (total_minor = subtotal_minor + tax_minor),
  constraint invoices_draft_is_bare check (status <> 'draft' or (invoice_number is null and issued_at is null)),
  constraint invoices_issued_has_times check (status = 'draft' or (issued_at is not null and due_at >= issued_at)),
  constraint invoices_paid_has_time check ((status = 'paid') = (paid_at is not null)),
  constraint invoices_void_is_explained check ((status = 'void') = (voided_at is not null and btrim(void_reason) <> ''))
);

comment on table public.invoices is 'Bills. An issued one has a number and is never deleted; a mistake is made void.';
comment on column public.invoices.invoice_number is 'INV-year-number, without gaps. The server gives it when the invoice is issued.';
comment on column public.invoices.line_items is 'What is billed: description, quantity and amount of each line.';
comment on column public.invoices.subtotal_minor is 'Sum without tax, in the smallest unit of the currency.';
comment on column public.invoices.tax_minor is 'Tax, in the smallest unit of the currency.';
comment on column public.invoices.total_minor is 'What is to be paid, in the smallest unit of the currency.';
comment on column public.invoices.void_reason is 'Why it was made void.';

-- inferred
create table public.donations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references public.users (id) on delete set null,
  donor_name text,
  is_anonymous boolean not null default false,
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  status public.donation_status not null default 'pending',
  message text check (char_length(message) <= 1000),
  provider_payment_id text unique,
  donated_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.donations is 'Gifts of money that keep the service running.';
comment on column public.donations.user_id is 'Empty when the donor has no account.';
comment on column public.donations.is_anonymous is 'On: the name is not shown to anybody but staff.';
comment on column public.donations.amount_minor is 'In the smallest unit of the currency.';

-- inferred
create table public.receipts (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  invoice_id uuid references public.invoices (id) on delete cascade,
  donation_id uuid references public.donations (id) on delete cascade,
  receipt_number text unique check (receipt_number ~ '^RCT-[0-9]{4}-[0-9]{6,}$'),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  payment_method text not null check (payment_method in ('card', 'upi', 'bank_transfer', 'wallet', 'cash')),
  provider_payment_id text,
  recorded_by uuid references public.users (id) on delete set null,
  received_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  constraint receipts_for_one_thing check (num_nonnulls(invoice_id, donation_id) = 1)
);

comment on table public.receipts is 'Money that has come in, for an invoice or as a donation.';
comment on column public.receipts.receipt_number is 'RCT-year-number, without gaps. The server gives it.';
comment on column public.receipts.amount_minor is 'In the smallest unit of the currency.';
comment on column public.receipts.recorded_by is 'Staff who entered it by hand; empty when the payment provider reported it.';

-- inferred
create table public.numbering_state (
  id uuid primary key default gen_random_uuid(),
  series text not null check (series in ('invoice', 'receipt')),
  year integer not null check (year between 2000 and 9999),
  last_number bigint not null default 0 check (last_number >= 0),
  updated_at timestamptz not null default now(),
  constraint numbering_state_once unique (series, year)
);

comment on table public.numbering_state is 'How far the numbers of invoices and receipts have come, by year.';
comment on column public.numbering_state.last_number is 'The number that was given last; the next one follows it.';

select xainik.record_migration('0006_billing', 'Plans, subscriptions, invoices, receipts, donations and their numbers.');
