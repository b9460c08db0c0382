-- Interviews, what was said in them, and recordings put into words.

create table public.interview_sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  session_type text not null check (session_type in ('voice', 'chat', 'resume_analyzer')),
  role_type text,
  duration_seconds integer,
  turns_count integer default 0,
  status text default 'active' check (status in ('active', 'completed', 'abandoned')),
  created_at timestamptz default now(),
  completed_at timestamptz
);

comment on table public.interview_sessions is 'Interviews that the product leads with somebody.';
comment on column public.interview_sessions.session_type is 'voice: spoken. chat: written. resume_analyzer: about a resume that was brought along.';
comment on column public.interview_sessions.role_type is 'The kind of job that the person prepares for.';
comment on column public.interview_sessions.turns_count is 'How many turns the product counted.';
comment on column public.interview_sessions.completed_at is 'Empty while it runs, and when it was given up.';

create table public.interview_turns (
  id uuid primary key default gen_random_uuid(),
  session_id uuid references public.interview_sessions (id) on delete cascade,
  speaker text not null check (speaker in ('user', 'ai')),
  message text not null,
  turn_number integer not null,
  audio_url text,
  processing_time_ms integer,
  created_at timestamptz default now()
);

comment on table public.interview_turns is 'What was said in an interview, turn by turn.';
comment on column public.interview_turns.speaker is 'user: the person. ai: the product.';
comment on column public.interview_turns.turn_number is 'Its place in the interview.';
comment on column public.interview_turns.audio_url is 'The recording of a spoken turn.';
comment on column public.interview_turns.processing_time_ms is 'How long the product took to answer, in milliseconds.';

create table public.interview_transcripts (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  audio_file_url text not null,
  transcript_text text not null,
  confidence_score numeric(3, 2),
  processing_time_ms integer,
  created_at timestamptz default now()
);

comment on table public.interview_transcripts is 'Recordings put into words.';
comment on column public.interview_transcripts.audio_file_url is 'The recording.';
comment on column public.interview_transcripts.confidence_score is 'How sure the recognition was, from 0 to 1.';
comment on column public.interview_transcripts.processing_time_ms is 'How long the recognition took, in milliseconds.';
