-- What people publish, each piece with where its moderation stands. content_version counts the edits of its author,
-- so that a decision is about the text that was read.

-- The document fixes user_id, linkedin_url, resume_url and experience_years.
-- inferred
create table public.pitches (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  title text not null check (btrim(title) <> '' and char_length(title) <= 160),
  pitch_text text not null check (btrim(pitch_text) <> '' and char_length(pitch_text) <= 4000),
  skills text[] not null default '{}' check (cardinality(skills) <= 20),
  job_type text not null check (job_type in ('full_time', 'part_time', 'contract', 'remote', 'volunteer')),
  location text,
  availability text not null check (availability in ('now', '30_days', '60_days', '90_days')),
  experience_years integer check (experience_years between 0 and 60),
  linkedin_url text check (linkedin_url ~ '^https://([a-z]+\.)?linkedin\.com/'),
  resume_url text,
  is_active boolean not null default true,
  moderation_status public.moderation_status not null default 'pending',
  moderation_reason text check (char_length(moderation_reason) <= 2000),
  moderation_id uuid,
  moderated_by uuid references public.users (id) on delete set null,
  moderated_at timestamptz,
  content_version integer not null default 1 check (content_version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint pitches_hidden_has_reason check (moderation_status <> 'hidden' or btrim(moderation_reason) <> '')
);

comment on table public.pitches is 'Veterans present themselves to recruiters.';
comment on column public.pitches.availability is 'How soon the veteran can start.';
comment on column public.pitches.experience_years is 'Years of experience, service included.';
comment on column public.pitches.resume_url is 'Where the resume lies; recruiters get it by a resume request only.';
comment on column public.pitches.is_active is 'Off: the veteran has taken it down.';

-- inferred
create table public.endorsements (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  endorser_user_id uuid references public.users (id) on delete set null,
  endorser_name text not null check (btrim(endorser_name) <> ''),
  relationship text,
  endorsement_text text not null check (btrim(endorsement_text) <> '' and char_length(endorsement_text) <= 2000),
  moderation_status public.moderation_status not null default 'pending',
  moderation_reason text check (char_length(moderation_reason) <= 2000),
  moderation_id uuid,
  moderated_by uuid references public.users (id) on delete set null,
  moderated_at timestamptz,
  content_version integer not null default 1 check (content_version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint endorsements_not_of_oneself check (endorser_user_id <> user_id),
  constraint endorsements_hidden_has_reason check (moderation_status <> 'hidden' or btrim(moderation_reason) <> '')
);

comment on table public.endorsements is 'What others say about a veteran.';
comment on column public.endorsements.user_id is 'The veteran who is endorsed.';
comment on column public.endorsements.endorser_user_id is 'Empty when the endorser has no account any more.';
comment on column public.endorsements.relationship is 'How the endorser knows the veteran.';

-- inferred
create table public.referrals (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  pitch_id uuid not null references public.pitches (id) on delete cascade,
  channel text not null check (channel in ('whatsapp', 'linkedin', 'email', 'facebook', 'copy')),
  referred_to text,
  opened_count integer not null default 0 check (opened_count >= 0),
  last_opened_at timestamptz,
  is_active boolean not null default true,
  created_at timestamptz not null default now()
);

comment on table public.referrals is 'Supporters recommend a pitch to somebody they know.';
comment on column public.referrals.user_id is 'The supporter who refers.';
comment on column public.referrals.referred_to is 'To whom, in the supporter''s own words.';
comment on column public.referrals.opened_count is 'How often the referral was opened.';

-- inferred
create table public.shared_pitches (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  pitch_id uuid not null references public.pitches (id) on delete cascade,
  share_token text not null unique check (share_token ~ '^[A-Za-z0-9_-]{22,64}$'),
  message text check (char_length(message) <= 1000),
  view_count integer not null default 0 check (view_count >= 0),
  expires_at timestamptz,
  is_active boolean not null default true,
  moderation_status public.moderation_status not null default 'pending',
  moderation_reason text check (char_length(moderation_reason) <= 2000),
  moderation_id uuid,
  moderated_by uuid references public.users (id) on delete set null,
  moderated_at timestamptz,
  content_version integer not null default 1 check (content_version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint shared_pitches_hidden_has_reason check (moderation_status <> 'hidden' or btrim(moderation_reason) <> '')
);

comment on table public.shared_pitches is 'Links by which a pitch can be read without an account.';
comment on column public.shared_pitches.user_id is 'Who made the link.';
comment on column public.shared_pitches.share_token is 'The secret part of the link.';
comment on column public.shared_pitches.message is 'What stands above the pitch when the link is opened.';
comment on column public.shared_pitches.view_count is 'How often the link was opened.';
comment on column public.shared_pitches.expires_at is 'The link stops working at this time; empty: never.';
comment on column public.shared_pitches.is_active is 'Off: the link was withdrawn.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array['pitches', 'endorsements', 'shared_pitches'] loop
    execute format($c$
      comment on column public.%1$I.moderation_status is 'Whether the public sees it.';
      comment on column public.%1$I.moderation_reason is 'Why it is hidden, as the author is told.';
      comment on column public.%1$I.moderation_id is 'The decision that set the status; its activity entry carries the same id.';
      comment on column public.%1$I.moderated_by is 'Who decided last.';
      comment on column public.%1$I.content_version is 'Counted from 1; goes up with every edit of the author.'
    $c$, v_table);
  end loop;
end
$$;

select xainik.record_migration('0004_content', 'Pitches, endorsements, referrals and shared links.');
