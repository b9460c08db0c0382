-- Inner parts live in the schema dracarys, on which no one has rights.

create schema dracarys;
comment on schema dracarys is 'Inner parts of the system''s functions; not for callers.';

create type public.activity_type as enum ('login', 'lesson_complete', 'achievement_gain', 'post_create', 'session_join');
comment on type public.activity_type is 'What learners do that is written down by the database or the product.';

create type public.subscription_status as enum ('active', 'past_due', 'canceled', 'unpaid', 'trialing');
comment on type public.subscription_status is 'The states of a subscription, as the payment provider names them.';
