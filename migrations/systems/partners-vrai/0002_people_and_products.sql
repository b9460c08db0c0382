-- Who there is, and what is sold.

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  email text not null,
  full_name text not null check (btrim(full_name) <> ''),
  phone text,
  country text check (country ~ '^[A-Z]{2}$'),
  language text not null default 'en' check (language in ('en', 'fr')),
  status public.user_status not null default 'PENDING',
  notification_channels public.notification_channel[] not null default '{EMAIL,IN_APP}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.profiles is 'Clients: people who have registered to buy a service.';
comment on column public.profiles.country is 'Country of residence, two letters (ISO 3166).';
comment on column public.profiles.language is 'The language in which the client is written to.';
comment on column public.profiles.status is 'SUSPENDED until the first order is paid, ACTIVE after.';
comment on column public.profiles.notification_channels is 'Ways in which the client wants to be notified.';

create table public.agents (
  id uuid primary key references auth.users (id) on delete restrict,
  email text not null,
  full_name text not null check (btrim(full_name) <> ''),
  role text not null default 'agent' check (role in ('agent', 'super_admin')),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.agents is 'Staff: the people who may use the console.';
comment on column public.agents.role is 'agent: daily work. super_admin: also the catalogue, the staff and the payment events.';
comment on column public.agents.is_active is 'Off: the person can sign in but sees and does nothing as staff.';

create table public.products (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  name text not null check (btrim(name) <> ''),
  description text,
  dossier_type public.dossier_type not null,
  price numeric(12, 2) not null check (price >= 0),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

comment on table public.products is 'Services on sale. Each has its own steps.';
comment on column public.products.code is 'A short name that never changes, for links and imports.';
comment on column public.products.dossier_type is 'The type that a dossier of this product gets.';
comment on column public.products.price is 'Price without tax, in the currency beside it.';
comment on column public.products.is_active is 'Off: no longer sold; running dossiers go on.';
