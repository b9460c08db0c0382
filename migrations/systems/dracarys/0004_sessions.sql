-- Live sessions, and who comes to them.

create table public.live_sessions (
  id uuid primary key default gen_random_uuid(),
  title text not null,
  description text,
  host_id uuid not null references auth.users (id) on delete cascade,
  session_type varchar(20) default 'workshop' check (session_type in ('workshop', 'q&a', 'presentation')),
  scheduled_at timestamptz not null,
  duration interval not null,
  max_participants integer,
  current_participants integer default 0,
  meeting_url text,
  recording_url text,
  is_recorded boolean default false,
  status varchar(20) default 'scheduled' check (status in ('scheduled', 'live', 'ended', 'cancelled')),
  prerequisites jsonb,
  tags text[],
  metadata jsonb,
  created_at timestamptz default now(),
  updated_at timestamptz default now()
);

comment on table public.live_sessions is 'Workshops, questions and answers, and presentations at a fixed time.';
comment on column public.live_sessions.max_participants is 'How many can take part; -1 or empty: any number. Who comes later waits.';
comment on column public.live_sessions.current_participants is 'Who has registered and does not wait for a place. The database keeps it.';
comment on column public.live_sessions.prerequisites is 'What a learner needs: {"min_level", "required_lessons"}.';
comment on column public.live_sessions.metadata is 'What else is known, such as the reason of a cancellation.';

create table public.session_participants (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.live_sessions (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  joined_at timestamptz,
  left_at timestamptz,
  attendance_status varchar(20) default 'registered'
    check (attendance_status in ('registered', 'attended', 'missed', 'waitlisted')),
  feedback_rating integer check (feedback_rating between 1 and 5),
  feedback_text text,
  created_at timestamptz default now(),
  constraint session_participants_once unique (session_id, user_id)
);

comment on table public.session_participants is 'Who has registered for a live session, and whether they came.';
comment on column public.session_participants.joined_at is 'When the person entered the session.';
comment on column public.session_participants.left_at is 'When the person left the session.';
comment on column public.session_participants.feedback_rating is '1 (poor) to 5 (very good).';
