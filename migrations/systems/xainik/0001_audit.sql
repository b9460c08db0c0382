-- Inner parts live in the schema xainik, on which no one has rights. Every migration writes itself down.

create schema xainik;
comment on schema xainik is 'Inner parts of the system''s functions; not for callers.';

-- inferred
create table public.migration_audit (
  id uuid primary key default gen_random_uuid(),
  migration_name text not null unique check (migration_name ~ '^[0-9]{4}_[a-z_]+$'),
  description text not null check (btrim(description) <> ''),
  applied_by text not null default current_user,
  applied_at timestamptz not null default now()
);

comment on table public.migration_audit is 'Changes of this database''s structure, in the order in which they were applied.';
comment on column public.migration_audit.migration_name is 'The file of the change, without its ending.';
comment on column public.migration_audit.description is 'What the change did, in a sentence.';
comment on column public.migration_audit.applied_by is 'The database role that applied it.';

create function xainik.record_migration(p_name text, p_description text) returns void
language sql set search_path = ''
as $$
  -- A console's mirror runs these files too; it gets the rows from its server, with the server's times.
  insert into public.migration_audit (id, migration_name, description)
  select pg_catalog.md5('migration_audit/' || p_name)::uuid, p_name, p_description
  where coalesce(current_setting('console_sync.mirror', true), '') <> 'on'
$$;
comment on function xainik.record_migration(text, text) is 'Writes a migration down; each file ends with it.';

select xainik.record_migration('0001_audit', 'The table in which migrations are written down.');
