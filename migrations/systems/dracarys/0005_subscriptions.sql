-- What is sold, and who has it. Payments happen at the provider.

create table public.subscription_plans (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  description text,
  plan_type varchar(20) default 'monthly' check (plan_type in ('monthly', 'yearly', 'lifetime')),
  price numeric(10, 2) not null,
  currency varchar(3) default 'USD',
  stripe_price_id text unique,
  features jsonb not null,
  is_active boolean default true,
  trial_days integer default 0,
  max_users integer,
  level_access_limit integer default 99,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.subscription_plans is 'What is sold, and what each of it opens.';
comment on column public.subscription_plans.features is 'The features that it includes, as the product reads them.';
comment on column public.subscription_plans.is_active is 'Off: nobody can choose it any more. Who has it keeps it.';
comment on column public.subscription_plans.max_users is 'Seats of a team plan; -1: any number; empty for one person.';
comment on column public.subscription_plans.level_access_limit is 'The highest level that it opens; -1: every level.';

-- The document writes the five states as a check here and as a type in its migration: the type holds.
create table public.user_subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references auth.users (id) on delete cascade,
  plan_id uuid not null references public.subscription_plans (id) on delete restrict,
  stripe_subscription_id text unique,
  status public.subscription_status default 'active',
  current_period_start timestamptz,
  current_period_end timestamptz,
  trial_end timestamptz,
  cancel_at_period_end boolean default false,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.user_subscriptions is 'Who has which plan, in which state, until when.';
comment on column public.user_subscriptions.cancel_at_period_end is 'On: it ends with the period that is paid.';
comment on column public.user_subscriptions.trial_end is 'The end of the trial, empty without one.';
