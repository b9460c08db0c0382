-- People: 5 columns from before the expansion, 33 that it names, 3 inferred.

create table public.users (
  id uuid primary key references auth.users (id) on delete cascade,
  full_name text,
  avatar_url text,
  billing_address jsonb,
  payment_method jsonb,

  username text check (username ~ '^[a-zA-Z0-9_]{3,30}$'),
  display_name text,
  personal_title text,
  first_name text,
  middle_name text,
  last_name text,

  email text,
  phone_country_code text check (phone_country_code ~ '^\+[0-9]{1,4}$'),
  phone_number text,

  personal_apt_suite text,
  personal_street_address_1 text,
  personal_street_address_2 text,
  personal_city text,
  personal_state text,
  personal_postal_code text,
  personal_country text,

  bio text check (char_length(bio) <= 2000),
  education jsonb not null default '[]' check (jsonb_typeof(education) = 'array'),
  work_experience jsonb not null default '[]' check (jsonb_typeof(work_experience) = 'array'),

  business_position text,
  business_company text,
  business_apt_suite text,
  business_street_address_1 text,
  business_street_address_2 text,
  business_city text,
  business_state text,
  business_postal_code text,
  business_country text,

  account_type text not null default 'user' check (account_type in ('super_admin', 'admin', 'user')),
  profile_completed boolean not null default false,
  onboarding_completed boolean not null default false,
  -- inferred
  onboarding_completed_at timestamptz,
  -- inferred
  language text not null default 'en' check (language in ('en', 'fr')),
  -- inferred
  time_zone text not null default 'UTC',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint users_onboarded_has_time check (onboarding_completed = (onboarding_completed_at is not null))
);

comment on table public.users is 'Everybody with an account: customers, and the staff among them.';
comment on column public.users.billing_address is 'From before billing went through organisations; kept, no longer used.';
comment on column public.users.payment_method is 'From before billing went through organisations; kept, no longer used.';
comment on column public.users.username is '3 to 30 letters, digits or underscores; nobody else has the same, whatever the case.';
comment on column public.users.display_name is 'How the person is shown to others.';
comment on column public.users.personal_title is 'Mr, Ms, Dr …';
comment on column public.users.phone_country_code is 'With the plus: +33.';
comment on column public.users.education is 'List of schools, each with years.';
comment on column public.users.work_experience is 'List of posts held, each with years.';
comment on column public.users.account_type is 'super_admin and admin may use the console; user may not.';
comment on column public.users.profile_completed is 'The person has filled in what the profile asks for.';
comment on column public.users.onboarding_completed is 'The person has been through the first steps after sign-up.';
comment on column public.users.language is 'The language in which the person is written to.';
comment on column public.users.time_zone is 'Name of a time zone, such as Europe/Paris.';
