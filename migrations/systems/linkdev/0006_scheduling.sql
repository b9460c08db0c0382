-- What is to be done when, and who is told.

create table public.schedules (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  description text,
  frequency text not null check (frequency in ('daily', 'weekly', 'monthly')),
  every integer not null default 1 check (every between 1 and 365),
  is_active boolean not null default true,
  next_run_at timestamptz not null,
  last_run_at timestamptz,
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint schedules_of_org unique (id, org_id)
);

comment on table public.schedules is 'Work that comes again: each run makes a reminder. Active ones count against the plan.';
comment on column public.schedules.every is 'Every how many days, weeks or months.';
comment on column public.schedules.next_run_at is 'When the next reminder is made.';

create table public.reminders (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  record_id uuid,
  schedule_id uuid,
  title text not null check (btrim(title) <> ''),
  notes text check (char_length(notes) <= 4000),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
  status text not null default 'pending' check (status in ('pending', 'sent', 'completed', 'cancelled')),
  due_at timestamptz not null,
  assigned_to uuid references public.users (id) on delete set null,
  created_by uuid references public.users (id) on delete set null,
  sent_at timestamptz,
  completed_at timestamptz,
  completed_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint reminders_completed_has_time check ((status = 'completed') = (completed_at is not null)),
  constraint reminders_once_a_run unique (schedule_id, due_at),
  constraint reminders_record_of_org foreign key (record_id, org_id)
    references public.records (id, org_id) on delete cascade,
  constraint reminders_schedule_of_org foreign key (schedule_id, org_id)
    references public.schedules (id, org_id) on delete cascade
);

comment on table public.reminders is 'What somebody is to be reminded of, and whether it is done.';
comment on column public.reminders.schedule_id is 'The schedule that made it; empty when a person did.';
comment on column public.reminders.status is 'sent: the person was told. completed: it is done.';

create table public.notifications_outbox (
  id uuid primary key default gen_random_uuid(),
  org_id uuid references public.organizations (id) on delete cascade,
  user_id uuid references public.users (id) on delete cascade,
  event text not null check (event ~ '^[a-z_]+\.[a-z_]+$'),
  payload jsonb not null default '{}' check (jsonb_typeof(payload) = 'object'),
  status text not null default 'pending' check (status in ('pending', 'delivered', 'failed', 'dismissed')),
  attempts integer not null default 0 check (attempts >= 0),
  error text,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notifications_outbox_delivered_has_time check (status <> 'delivered' or delivered_at is not null)
);

comment on table public.notifications_outbox is 'What people and other programs are to be told: a worker sends it.';
comment on column public.notifications_outbox.user_id is 'Who is told; empty for all owners of the organisation.';
comment on column public.notifications_outbox.event is 'What has happened: member.invited, subscription.plan_changed, …';
comment on column public.notifications_outbox.payload is 'Words for the text.';
comment on column public.notifications_outbox.attempts is 'How often sending it was tried.';
comment on column public.notifications_outbox.error is 'Why the last try failed.';
