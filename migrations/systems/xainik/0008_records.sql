-- Who was told what, and what happened.

-- inferred
create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  kind text not null check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  read_at timestamptz,
  created_at timestamptz not null default now()
);

comment on table public.notifications is 'What people are told inside the product.';
comment on column public.notifications.kind is 'Which text is shown: pitch.hidden, request.approved, …';
comment on column public.notifications.data is 'Words for the text.';

-- inferred
create table public.email_logs (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references public.users (id) on delete set null,
  to_email text not null check (to_email ~ '^[^@\s]+@[^@\s]+$'),
  template text not null check (template ~ '^[a-z_]+$'),
  subject text not null,
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  status public.email_status not null default 'queued',
  error text,
  resend_of uuid unique references public.email_logs (id) on delete set null,
  requested_by uuid references public.users (id) on delete set null,
  sent_at timestamptz,
  created_at timestamptz not null default now()
);

comment on table public.email_logs is 'Every e-mail that was sent or tried.';
comment on column public.email_logs.template is 'Which text was sent.';
comment on column public.email_logs.params is 'Words for the text.';
comment on column public.email_logs.error is 'Why it was not delivered.';
comment on column public.email_logs.resend_of is 'The failed e-mail that this one repeats; each is repeated once, and then its repetition.';
comment on column public.email_logs.requested_by is 'Staff who had it sent again; empty when the system sent it.';

-- inferred
create table public.user_activity_log (
  id uuid primary key default gen_random_uuid(),
  activity_type text not null check (activity_type ~ '^[a-z_]+\.[a-z_]+$'),
  user_id uuid,
  actor_user_id uuid,
  entity_type text not null check (entity_type ~ '^[a-z_]+$'),
  entity_id uuid not null,
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  created_at timestamptz not null default now()
);

comment on table public.user_activity_log is 'Everything that people and staff have done. No one can change or delete an entry.';
comment on column public.user_activity_log.user_id is 'Whom it concerns. Stays when the account is deleted.';
comment on column public.user_activity_log.actor_user_id is 'Who did it; empty for the system itself.';
comment on column public.user_activity_log.entity_type is 'The table of what it happened to.';
comment on column public.user_activity_log.entity_id is 'The row of that table.';
comment on column public.user_activity_log.details is 'What changed, by kind of activity.';

select xainik.record_migration('0008_records', 'Notifications, the e-mail log and the activity log.');
