-- Who there is, as what, and who may do more than that.

-- inferred
create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null check (email ~ '^[^@\s]+@[^@\s]+$'),
  full_name text not null check (btrim(full_name) <> ''),
  phone text,
  location text,
  language text not null default 'en' check (language in ('en', 'fr')),
  role public.user_role not null,
  role_change_id uuid,
  is_active boolean not null default true,
  last_seen_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.users is 'Everybody with an account: veterans, recruiters, supporters and staff.';
comment on column public.users.location is 'Town and country, as the person writes it.';
comment on column public.users.language is 'The language in which the person is written to.';
comment on column public.users.role is 'What the person is here. admin may do everything in the console.';
comment on column public.users.role_change_id is 'The change that set the role; its activity entry carries the same id.';
comment on column public.users.is_active is 'Off: the person can read their own rows and do nothing more.';

-- The document fixes user_id, profile_type and profile_data; new types are added by an insert, so there is no list.
-- inferred
create table public.user_profiles (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  profile_type text not null check (profile_type ~ '^[a-z][a-z_]{1,40}$'),
  profile_data jsonb not null default '{}' check (jsonb_typeof(profile_data) = 'object'),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_profiles_type_once unique (user_id, profile_type)
);

comment on table public.user_profiles is 'What is known about somebody in each of their roles; one person may have several.';
comment on column public.user_profiles.profile_type is 'veteran, recruiter, supporter, company, or any later kind.';
comment on column public.user_profiles.profile_data is 'Details, by kind: rank and branch, or company and industry.';
comment on column public.user_profiles.is_active is 'Off: kept, but not shown to others.';

-- inferred
create table public.user_permissions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references public.users (id) on delete cascade,
  permission text not null check (permission in (
    'content.moderate', 'requests.manage', 'users.manage', 'billing.manage', 'emails.manage', 'activity.read'
  )),
  reason text check (char_length(reason) <= 2000),
  granted_by uuid references public.users (id) on delete set null,
  granted_at timestamptz not null default now(),
  revoked_by uuid references public.users (id) on delete set null,
  revoked_at timestamptz,
  revoke_reason text check (char_length(revoke_reason) <= 2000),
  constraint user_permissions_revoked_later check (revoked_at >= granted_at)
);

comment on table public.user_permissions is 'Single permissions of staff, beyond what their role gives. Revoked ones are kept.';
comment on column public.user_permissions.reason is 'Why it was granted.';
comment on column public.user_permissions.granted_by is 'Empty when it came with the system, or the person has left.';
comment on column public.user_permissions.revoked_at is 'Empty while the permission holds.';
comment on column public.user_permissions.revoke_reason is 'Why it was taken back.';

select xainik.record_migration('0003_people', 'Users, their profiles and their permissions.');
