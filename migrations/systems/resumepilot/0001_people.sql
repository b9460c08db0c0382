-- Inner parts live in the schema resumepilot, on which no one has rights. Then: who there is, what they pay for, how
-- much of it they have used, and who looks after them.

create schema resumepilot;
comment on schema resumepilot is 'Inner parts of the system''s functions; not for callers.';

create table public.profiles (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  full_name text,
  job_title text,
  company text,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.profiles is 'What people say about themselves.';
comment on column public.profiles.user_id is 'The account that it belongs to.';
comment on column public.profiles.job_title is 'The work that the person does now.';

create table public.subscriptions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  stripe_customer_id text unique,
  stripe_subscription_id text unique,
  plan_name text not null check (plan_name in ('starter', 'pro', 'career', 'coach')),
  status text not null default 'active' check (status in ('active', 'canceled', 'past_due', 'unpaid')),
  current_period_start timestamptz,
  current_period_end timestamptz,
  cancel_at_period_end boolean default false,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.subscriptions is 'Which plan somebody has. One for each person is the rule.';
comment on column public.subscriptions.stripe_customer_id is 'The person at Stripe. Empty when nothing was ever paid.';
comment on column public.subscriptions.stripe_subscription_id is 'The subscription at Stripe.';
comment on column public.subscriptions.status is 'Only active opens the plan; past_due and unpaid wait for a payment.';
comment on column public.subscriptions.cancel_at_period_end is 'On: it runs to the end of the period and is not renewed.';

create table public.usage_tracking (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  month text not null check (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  interviews_used integer default 0 check (interviews_used >= 0),
  cover_letters_used integer default 0 check (cover_letters_used >= 0),
  created_at timestamptz default now(),
  updated_at timestamptz default now(),
  unique (user_id, month)
);

comment on table public.usage_tracking is 'What somebody has used in a month, to be compared with the limits of their plan.';
comment on column public.usage_tracking.month is 'Year and month, in UTC: 2026-03.';
comment on column public.usage_tracking.interviews_used is 'Interviews begun in this month.';
comment on column public.usage_tracking.cover_letters_used is 'Cover letters written in this month.';

create table public.admin_users (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  email text not null unique,
  role text default 'admin' check (role in ('admin', 'super_admin')),
  permissions jsonb default '{}' check (jsonb_typeof(permissions) = 'object'),
  created_at timestamptz default now()
);

comment on table public.admin_users is 'Staff: the people who may use the console.';
comment on column public.admin_users.role is 'admin: sees everything, and does what the permissions name. super_admin: everything.';
comment on column public.admin_users.permissions is
  'What an admin may do, each true: usage, generations, subscriptions, retention, people. suspended true: nothing at all.';
