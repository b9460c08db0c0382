-- What happened: written by the product and by the functions that staff call.

create table public.system_events (
  id uuid primary key default gen_random_uuid(),
  event_type text not null,
  event_data jsonb,
  user_id uuid references auth.users (id),
  ip_address inet,
  user_agent text,
  created_at timestamptz default now()
);

comment on table public.system_events is 'Events of the system, and every act of the staff. Kept for 90 days.';
comment on column public.system_events.event_type is 'What happened, in two words: generation.failed.';
comment on column public.system_events.event_data is
  'Details. For an act of the staff: actor, entity_type and entity_id, from, to, and the reason.';
comment on column public.system_events.user_id is 'Whom it is about; empty when nobody, or when they have been erased.';
comment on column public.system_events.user_agent is 'The program by which the person came.';
