-- What organisations keep: records of their own kinds, with files.

create table public.record_types (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  display_name text not null check (btrim(display_name) <> ''),
  description text,
  config jsonb not null default '{}' check (jsonb_typeof(config) = 'object'),
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint record_types_key_once unique (org_id, key),
  constraint record_types_of_org unique (id, org_id)
);

comment on table public.record_types is 'Kinds of records that an organisation has made for itself.';
comment on column public.record_types.key is 'A short name that never changes.';
comment on column public.record_types.config is 'The fields that its records have.';

create table public.records (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  record_type_id uuid not null,
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object'),
  created_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint records_of_org unique (id, org_id),
  constraint records_type_of_org foreign key (record_type_id, org_id)
    references public.record_types (id, org_id) on delete cascade
);

comment on table public.records is 'The content of organisations. Its number counts against the plan.';
comment on column public.records.data is 'Values of the fields that the record''s type has.';

create table public.attachments (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null references public.organizations (id) on delete cascade,
  record_id uuid not null,
  file_name text not null check (btrim(file_name) <> ''),
  storage_path text not null unique check (storage_path <> '' and storage_path !~ '(^|/)\.\.(/|$)'),
  mime_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  uploaded_by uuid references public.users (id) on delete set null,
  created_at timestamptz not null default now(),
  constraint attachments_record_of_org foreign key (record_id, org_id)
    references public.records (id, org_id) on delete cascade
);

comment on table public.attachments is 'Files on records. Their size counts against the plan.';
comment on column public.attachments.storage_path is 'Path in the bucket "attachments": organisation/record/file.';
comment on column public.attachments.size_bytes is 'Size of the file in bytes.';

create table public.posts (
  id uuid primary key default gen_random_uuid(),
  author_id uuid references public.users (id) on delete set null,
  title text not null check (btrim(title) <> ''),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  excerpt text,
  content text not null default '',
  status text not null default 'draft' check (status in ('draft', 'published', 'archived')),
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint posts_published_has_time check (status <> 'published' or published_at is not null)
);

comment on table public.posts is 'Articles of the public blog.';
comment on column public.posts.slug is 'Its name in addresses.';
comment on column public.posts.excerpt is 'One or two sentences for lists.';
