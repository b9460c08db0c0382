-- What was said, what happened, and who was told.

create table public.messages (
  id uuid primary key default gen_random_uuid(),
  dossier_id uuid not null references public.dossiers (id) on delete cascade,
  sender_type public.actor_type not null,
  sender_id uuid,
  body text not null check (btrim(body) <> '' and char_length(body) <= 10000),
  read_at timestamptz,
  created_at timestamptz not null default now(),
  constraint messages_actor_complete check ((sender_type = 'SYSTEM') = (sender_id is null))
);

comment on table public.messages is 'Conversation between a client and the staff about a dossier.';
comment on column public.messages.read_at is 'When the other side has read it.';

create table public.events (
  id uuid primary key default gen_random_uuid(),
  event_type public.event_type not null,
  entity_type text not null check (entity_type ~ '^[a-z_]+$'),
  entity_id uuid not null,
  dossier_id uuid references public.dossiers (id),
  user_id uuid references public.profiles (id),
  actor_type public.actor_type not null,
  actor_id uuid,
  payload jsonb not null default '{}' check (jsonb_typeof(payload) = 'object'),
  created_at timestamptz not null default now(),
  constraint events_actor_complete check ((actor_type = 'SYSTEM') = (actor_id is null))
);

comment on table public.events is 'Everything that has happened, in order. No one can change or delete an entry.';
comment on column public.events.entity_type is 'The table of what it happened to.';
comment on column public.events.entity_id is 'The row of that table.';
comment on column public.events.user_id is 'The client whom it concerns.';
comment on column public.events.payload is 'Details, by kind of event.';

create table public.notifications (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.profiles (id) on delete cascade,
  event_id uuid references public.events (id),
  dossier_id uuid references public.dossiers (id) on delete cascade,
  template text not null check (template ~ '^[a-z_]+\.[a-z_]+$'),
  params jsonb not null default '{}' check (jsonb_typeof(params) = 'object'),
  read_at timestamptz,
  created_at timestamptz not null default now()
);

comment on table public.notifications is 'What a client is told, once; the deliveries say by which ways.';
comment on column public.notifications.template is 'Which text is sent: document.approved, document.rejected, …';
comment on column public.notifications.params is 'Words for the text.';

create table public.notification_deliveries (
  id uuid primary key default gen_random_uuid(),
  notification_id uuid not null references public.notifications (id) on delete cascade,
  channel public.notification_channel not null,
  status public.notification_status not null default 'PENDING',
  error text,
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  constraint notification_deliveries_channel_once unique (notification_id, channel)
);

comment on table public.notification_deliveries is 'A notification on its way through one channel.';
comment on column public.notification_deliveries.error is 'Why the last try failed.';
