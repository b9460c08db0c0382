-- What is sold, to which organisation, and what each plan allows. Amounts are in the smallest unit of their currency.

create table public.products (
  id uuid primary key default gen_random_uuid(),
  stripe_product_id text unique,
  plan_name text check (plan_name in ('free', 'pro', 'business', 'enterprise')),
  name text not null check (btrim(name) <> ''),
  description text,
  image text,
  active boolean not null default true,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.products is 'What is on sale, as Stripe knows it.';
comment on column public.products.stripe_product_id is 'Stripe''s own id, prod_…';
comment on column public.products.plan_name is 'The plan that an organisation gets by it; empty for extras.';
comment on column public.products.image is 'Address of a picture.';
comment on column public.products.active is 'Off: no longer sold; running subscriptions go on.';

create table public.prices (
  id uuid primary key default gen_random_uuid(),
  stripe_price_id text unique,
  product_id uuid not null references public.products (id) on delete cascade,
  description text,
  unit_amount bigint not null check (unit_amount >= 0),
  currency text not null check (currency ~ '^[a-z]{3}$'),
  type public.pricing_type not null,
  "interval" public.pricing_plan_interval,
  interval_count integer check (interval_count > 0),
  trial_period_days integer check (trial_period_days >= 0),
  active boolean not null default true,
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint prices_recurring_has_interval check ((type = 'recurring') = ("interval" is not null))
);

comment on table public.prices is 'Prices of products, per seat.';
comment on column public.prices.stripe_price_id is 'Stripe''s own id, price_…';
comment on column public.prices.unit_amount is 'In the smallest unit of the currency: 1900 is 19.00.';
comment on column public.prices.currency is 'Three small letters, as Stripe writes it: eur.';
comment on column public.prices.interval_count is 'Every how many intervals it is paid.';

create table public.billing_customers (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null unique references public.organizations (id) on delete cascade,
  stripe_customer_id text not null unique,
  billing_email text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.billing_customers is 'Which customer of Stripe an organisation is.';
comment on column public.billing_customers.stripe_customer_id is 'Stripe''s own id, cus_…';

create table public.org_subscriptions (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null unique references public.organizations (id) on delete cascade,
  plan_name text not null default 'free' check (plan_name in ('free', 'pro', 'business', 'enterprise')),
  status public.subscription_status not null default 'active',
  seats integer not null default 1 check (seats > 0),
  price_id uuid references public.prices (id),
  stripe_subscription_id text unique,
  cancel_at_period_end boolean not null default false,
  current_period_start timestamptz not null default now(),
  current_period_end timestamptz,
  trial_start timestamptz,
  trial_end timestamptz,
  canceled_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint org_subscriptions_period check (current_period_end is null or current_period_end > current_period_start),
  constraint org_subscriptions_trial check ((trial_start is null) = (trial_end is null)),
  constraint org_subscriptions_free_runs_on check (plan_name <> 'free' or not cancel_at_period_end)
);

comment on table public.org_subscriptions is 'The plan of each organisation. Billing is by organisation only.';
comment on column public.org_subscriptions.seats is 'Members that are paid for.';
comment on column public.org_subscriptions.price_id is 'Empty on the free plan, and where a contract sets the price.';
comment on column public.org_subscriptions.stripe_subscription_id is 'Stripe''s own id, sub_…';
comment on column public.org_subscriptions.cancel_at_period_end is 'Ends when the current period does, unless resumed before.';
comment on column public.org_subscriptions.current_period_end is 'Empty on the free plan, which has no end.';
comment on column public.org_subscriptions.canceled_at is 'When it was decided that it ends.';
comment on column public.org_subscriptions.ended_at is 'When it was over.';

create table public.processed_events (
  id uuid primary key default gen_random_uuid(),
  event_id text not null unique,
  event_type text not null,
  org_id uuid references public.organizations (id) on delete set null,
  payload jsonb not null default '{}',
  error text,
  processed_at timestamptz not null default now()
);

comment on table public.processed_events is 'Webhook events of Stripe that were handled, so that none is handled twice.';
comment on column public.processed_events.event_id is 'Stripe''s own id, evt_…';
comment on column public.processed_events.event_type is 'As Stripe names it: invoice.paid, …';
comment on column public.processed_events.payload is 'The event as Stripe sent it.';
comment on column public.processed_events.error is 'Why handling it failed; empty when it went well.';

create table public.plan_features (
  id uuid primary key default gen_random_uuid(),
  plan_name text not null check (plan_name in ('free', 'pro', 'business', 'enterprise')),
  feature_key text not null check (feature_key in (
    'max_records', 'max_api_calls_per_month', 'max_automations', 'max_storage_gb', 'max_mau', 'max_schedules',
    'max_ai_tokens_per_month', 'max_seats', 'features'
  )),
  feature_value jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_features_once unique (plan_name, feature_key),
  constraint plan_features_value check (
    case
      when jsonb_typeof(feature_value) <> 'object' then false
      when feature_key = 'features' then not jsonb_path_exists(feature_value, '$.* ? (@.type() != "boolean")')
      when jsonb_typeof(feature_value -> 'limit') is distinct from 'number' or feature_value - 'limit' <> '{}' then false
      else (feature_value ->> 'limit')::numeric >= -1
        and (feature_value ->> 'limit')::numeric = trunc((feature_value ->> 'limit')::numeric)
    end
  )
);

comment on table public.plan_features is 'What each plan allows: eight limits and one set of switches for each.';
comment on column public.plan_features.feature_value
  is '{"limit": 100}, where -1 is unlimited; for the key features, switches: {"sso": true}.';
