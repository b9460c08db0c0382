-- What is counted, what is written down, and what protects the API.

create table public.usage_events (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  user_id uuid references public.users (id) on delete set null,
  event_type text not null check (event_type in (
    'record_created', 'api_call', 'automation_run', 'storage_used', 'schedule_executed', 'ai_tokens_used', 'user_active'
  )),
  quantity bigint not null default 1 check (quantity >= 0),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now()
);

comment on table public.usage_events is 'Every use of something that a plan limits, as it happened.';
comment on column public.usage_events.quantity is 'How much: calls, tokens, bytes, by type.';

create table public.usage_aggregations (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  user_id uuid references public.users (id) on delete cascade,
  event_type text not null check (event_type in (
    'record_created', 'api_call', 'automation_run', 'storage_used', 'schedule_executed', 'ai_tokens_used', 'user_active'
  )),
  period_type text not null check (period_type in ('daily', 'monthly')),
  period_start timestamptz not null,
  period_end timestamptz not null,
  total bigint not null check (total >= 0),
  event_count bigint not null check (event_count >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint usage_aggregations_once unique nulls not distinct (org_id, event_type, period_type, period_start, user_id),
  constraint usage_aggregations_period check (period_end > period_start)
);

comment on table public.usage_aggregations is 'Use by day and by month (UTC), one row for each person, rolled up by a job.';
comment on column public.usage_aggregations.user_id is 'Who used it; empty for what no person did.';
comment on column public.usage_aggregations.total is 'Sum of the quantities.';
comment on column public.usage_aggregations.event_count is 'Number of events.';

create table public.audit_logs (
  id uuid primary key default gen_random_uuid(),
  org_id uuid,
  actor_id uuid,
  actor_type text not null check (actor_type in ('staff', 'user', 'system')),
  action text not null check (action in (
    'created', 'updated', 'deleted', 'member_invited', 'invite_revoked', 'member_role_changed', 'member_removed',
    'plan_changed', 'seats_changed', 'subscription_canceled', 'subscription_resumed', 'plan_feature_changed',
    'account_type_changed', 'reminder_completed', 'notification_settled'
  )),
  entity_type text not null check (entity_type ~ '^[a-z_]+$'),
  entity_id uuid not null,
  old_values jsonb check (jsonb_typeof(old_values) = 'object'),
  new_values jsonb check (jsonb_typeof(new_values) = 'object'),
  metadata jsonb not null default '{}' check (jsonb_typeof(metadata) = 'object'),
  created_at timestamptz not null default now()
);

-- No foreign keys: an entry outlives whom and what it is about, and must not be changed when they go.
comment on table public.audit_logs is 'Who changed what, from what, to what. No one can change or delete an entry.';
comment on column public.audit_logs.org_id is 'The organisation that it concerns; empty for what concerns all.';
comment on column public.audit_logs.actor_id is 'The person who did it; empty for the system.';
comment on column public.audit_logs.actor_type is 'staff: from the console. user: a customer. system: a job or a webhook.';
comment on column public.audit_logs.entity_type is 'The table of what was changed.';
comment on column public.audit_logs.entity_id is 'The row of that table.';
comment on column public.audit_logs.old_values is 'The changed columns as they were before.';
comment on column public.audit_logs.new_values is 'The changed columns as they were after.';

create table public.idempotency_keys (
  id uuid primary key default gen_random_uuid(),
  key text not null check (char_length(key) between 8 and 255),
  user_id uuid not null references public.users (id) on delete cascade,
  org_id uuid references public.organizations (id) on delete cascade,
  method text not null check (method in ('POST', 'PUT', 'PATCH', 'DELETE')),
  path text not null,
  request_hash text not null check (request_hash ~ '^[0-9a-f]{64}$'),
  response_status integer check (response_status between 100 and 599),
  response_body jsonb,
  expires_at timestamptz not null default now() + interval '24 hours',
  created_at timestamptz not null default now(),
  constraint idempotency_keys_once unique (user_id, key)
);

comment on table public.idempotency_keys is 'Requests to the API that were answered, so that repeating one does nothing twice.';
comment on column public.idempotency_keys.key is 'What the caller has sent as Idempotency-Key.';
comment on column public.idempotency_keys.request_hash is 'Fingerprint of the request: the same key with another request is refused.';
comment on column public.idempotency_keys.response_status is 'Empty while the first request runs.';

create table public.rate_limits (
  id uuid primary key default gen_random_uuid(),
  bucket_key text not null check (btrim(bucket_key) <> ''),
  user_id uuid references public.users (id) on delete cascade,
  org_id uuid references public.organizations (id) on delete cascade,
  window_start timestamptz not null,
  window_seconds integer not null check (window_seconds > 0),
  request_count integer not null default 0 check (request_count >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint rate_limits_bucket_once unique (bucket_key, window_seconds, window_start)
);

comment on table public.rate_limits is 'Requests counted in windows of time, to slow down who asks too much.';
comment on column public.rate_limits.bucket_key is 'What is counted together: a route and who asks.';
comment on column public.rate_limits.window_start is 'Windows lie at whole multiples of their length.';
