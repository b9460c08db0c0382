-- Organisations: who belongs to them, and who is asked to.

create table public.organizations (
  id uuid primary key default gen_random_uuid(),
  name text not null check (btrim(name) <> '' and char_length(name) <= 120),
  owner_id uuid not null references public.users (id) on delete cascade,
  is_personal boolean not null default false,
  org_type text not null default 'business' check (org_type in ('personal', 'business', 'family', 'education', 'other')),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  description text,
  avatar_url text,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organizations_personal_type check (is_personal = (org_type = 'personal'))
);

comment on table public.organizations is 'Workspaces of customers: each person has a personal one, teams have more.';
comment on column public.organizations.owner_id is 'The first of its owners, who answers for it.';
comment on column public.organizations.is_personal is 'Made with its owner''s account; never has another owner.';
comment on column public.organizations.slug is 'Its name in addresses: lower-case letters, digits and hyphens.';
comment on column public.organizations.settings is 'What the organisation has set for itself, as JSON.';

create table public.organization_members (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  user_id uuid not null references public.users (id) on delete cascade,
  role text not null default 'member' check (role in ('owner', 'member', 'viewer')),
  invited_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organization_members_once unique (org_id, user_id)
);

comment on table public.organization_members is 'Who belongs to which organisation, and what they may do there.';
comment on column public.organization_members.role
  is 'owner: everything, billing and members included. member: uses all features. viewer: only reads.';
comment on column public.organization_members.invited_by is 'Empty for who made the organisation.';

create table public.invites (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  email text not null check (email = lower(email)),
  role text not null default 'member' check (role in ('member', 'viewer')),
  token text not null unique check (token ~ '^[A-Za-z0-9_-]{43}$'),
  status text not null default 'pending' check (status in ('pending', 'accepted', 'revoked', 'expired')),
  invited_by uuid references public.users (id) on delete set null,
  accepted_by uuid references public.users (id) on delete set null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint invites_expire_later check (expires_at > created_at),
  constraint invites_accepted_has_time check ((status = 'accepted') = (accepted_at is not null))
);

comment on table public.invites is 'Invitations to join an organisation. A pending one keeps a seat.';
comment on column public.invites.token is 'The secret part of the link in the e-mail: 256 bits that cannot be guessed.';
comment on column public.invites.status is 'An invitation that was let lapse is set to expired once a day.';
comment on column public.invites.expires_at is 'The link stops working at this time.';
