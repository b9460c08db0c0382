-- What recruiters ask for, what is noted about it, and what people write to each other.

-- The document fixes recruiter_user_id and user_id.
-- inferred
create table public.resume_requests (
  id uuid primary key default gen_random_uuid(),
  recruiter_user_id uuid not null references public.users (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  pitch_id uuid references public.pitches (id) on delete set null,
  company_name text,
  job_role text not null check (btrim(job_role) <> ''),
  message text check (char_length(message) <= 4000),
  status public.resume_request_status not null default 'pending',
  status_change_id uuid,
  status_changed_at timestamptz not null default now(),
  status_comment text check (char_length(status_comment) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint resume_requests_of_another check (recruiter_user_id <> user_id)
);

comment on table public.resume_requests is 'Recruiters ask for a veteran''s resume.';
comment on column public.resume_requests.user_id is 'The veteran whose resume is asked for.';
comment on column public.resume_requests.job_role is 'The job that the recruiter wants to fill.';
comment on column public.resume_requests.status_change_id is 'The change that set the status; its activity entry carries the same id.';
comment on column public.resume_requests.status_comment is 'Why the status was changed, as both sides are told.';

-- inferred
create table public.recruiter_notes (
  id uuid primary key default gen_random_uuid(),
  recruiter_user_id uuid not null references public.users (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  resume_request_id uuid references public.resume_requests (id) on delete cascade,
  author_user_id uuid references public.users (id) on delete set null,
  note text not null check (btrim(note) <> '' and char_length(note) <= 4000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.recruiter_notes is 'Notes about a veteran on a recruiter''s file. The veteran does not see them.';
comment on column public.recruiter_notes.recruiter_user_id is 'The recruiter on whose file the note is.';
comment on column public.recruiter_notes.user_id is 'The veteran whom it is about.';
comment on column public.recruiter_notes.author_user_id is 'Who wrote it: the recruiter, or staff on their behalf.';

create table public.user_messages (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  recipient_user_id uuid not null references public.users (id) on delete cascade,
  message_text text not null,
  created_at timestamptz not null default now()
);

comment on table public.user_messages is 'What people write to each other. Only the two of them and admins read it.';
comment on column public.user_messages.user_id is 'Who wrote it.';

select xainik.record_migration('0005_requests', 'Resume requests, recruiters'' notes and messages between people.');
