-- What comes out of interviews: bullets, resumes, and files of them.

create table public.resume_bullets (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  question text not null,
  transcript text not null,
  bullets jsonb not null,
  role text,
  experience text,
  created_at timestamptz default now()
);

comment on table public.resume_bullets is 'Lines for a resume, made from one answer.';
comment on column public.resume_bullets.transcript is 'The answer that they were made from.';
comment on column public.resume_bullets.role is 'The job that they are meant for.';
comment on column public.resume_bullets.experience is 'How long the person has worked, in their own words.';

create table public.resume_generations (
  id uuid primary key default gen_random_uuid(),
  user_id uuid references auth.users (id) on delete cascade,
  session_id uuid references public.interview_sessions (id),
  template_name text not null,
  role_type text not null,
  resume_data jsonb not null,
  latex_content text,
  generation_status text default 'processing' check (generation_status in ('processing', 'completed', 'failed')),
  error_message text,
  processing_time_ms integer,
  created_at timestamptz default now(),
  completed_at timestamptz
);

comment on table public.resume_generations is 'Resumes that were asked for, and what became of them.';
comment on column public.resume_generations.session_id is 'The interview behind it; empty when that has been purged.';
comment on column public.resume_generations.resume_data is 'What stands in the resume, before it is set.';
comment on column public.resume_generations.latex_content is 'The resume as it is set.';
comment on column public.resume_generations.error_message is 'Why it failed.';
comment on column public.resume_generations.processing_time_ms is 'How long it took, in milliseconds.';
comment on column public.resume_generations.completed_at is 'When it was ready, or failed.';

create table public.resume_downloads (
  id uuid primary key default gen_random_uuid(),
  generation_id uuid references public.resume_generations (id) on delete cascade,
  format text not null check (format in ('latex', 'pdf', 'word', 'overleaf')),
  file_url text,
  file_size_bytes integer,
  download_count integer default 0,
  created_at timestamptz default now()
);

comment on table public.resume_downloads is 'Files of a resume, by format.';
comment on column public.resume_downloads.download_count is 'How often it was fetched.';
