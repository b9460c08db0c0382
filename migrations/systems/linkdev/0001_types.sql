-- The words of billing: three types. Other fixed lists are checks on their columns.

create type public.pricing_type as enum ('one_time', 'recurring');

create type public.pricing_plan_interval as enum ('day', 'week', 'month', 'year');

create type public.subscription_status as enum (
  'trialing', 'active', 'past_due', 'unpaid', 'paused', 'incomplete', 'incomplete_expired', 'canceled'
);

comment on type public.pricing_type is 'Paid once, or again each interval.';
comment on type public.subscription_status
  is 'As Stripe has it. past_due: a payment failed and is tried again. unpaid: no longer tried.';
