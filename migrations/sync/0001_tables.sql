-- What the server keeps for its consoles: which tables are followed, which transaction last touched each of
-- their rows, what became of each decision that was sent, and who this server is.
-- Owned by the installer; nobody else reads or writes it except through the functions of the files after this one.
-- No row security here: the tables carry no grant at all.

create schema if not exists console_sync;

create table if not exists console_sync.relations (
  id smallint generated always as identity primary key,
  schema_name text not null,
  table_name text not null,
  -- The relation that rows are read from: the table itself, or a view that shows only some of its columns.
  source text not null,
  key_columns text[] not null,
  key_types text[] not null,
  -- Goes up when the index of this relation had to be made anew.
  generation integer not null default 1,
  unique (schema_name, table_name)
);

comment on table console_sync.relations is 'The tables that consoles can mirror.';

-- One row for each synced row that was touched since its table is followed, not one for each change:
-- the size of this table is bounded by that of the data.
create table if not exists console_sync.row_index (
  -- Not a foreign key: each touched row would lock its relation's row, which every writer then fights for. A relation
  -- that is gone leaves rows here which no pull shows: its number is never given again.
  relation smallint not null,
  -- The primary key, each value in its text form, as a JSON array.
  key text not null,
  -- The transaction that touched the row last: always the top-level one, also inside savepoints.
  xid xid8 not null,
  deleted boolean not null,
  primary key (relation, key)
);

alter table console_sync.row_index drop constraint if exists row_index_relation_fkey;

create index if not exists row_index_by_xid on console_sync.row_index (xid, relation, key);

comment on table console_sync.row_index is 'Which transaction last touched a row; what a pull reads.';

create table if not exists console_sync.receipts (
  id uuid primary key,
  person uuid not null,
  device uuid not null,
  seq bigint not null,
  -- SHA-256 of the operation: the same id with another content is refused.
  hash text not null,
  -- Null only inside the transaction that is running the entry.
  outcome jsonb,
  at timestamptz not null default now()
);

create index if not exists receipts_by_device on console_sync.receipts (person, device, seq);

comment on table console_sync.receipts is 'The one and lasting answer to every decision that reached this server.';

create table if not exists console_sync.identity (
  only_row boolean primary key default true check (only_row),
  server_id uuid not null default gen_random_uuid(),
  epoch uuid not null default gen_random_uuid(),
  created_at timestamptz not null default now()
);

insert into console_sync.identity default values on conflict do nothing;

comment on table console_sync.identity is 'Who this server is, so that a restored or swapped one is noticed.';

create table if not exists console_sync.visibility (
  person uuid primary key,
  epoch bigint not null default 1
);

comment on table console_sync.visibility is
  'Goes up when a person sees more or fewer rows although none of these rows changed.';

revoke all on schema console_sync from public;
revoke all on all tables in schema console_sync from public, anon, authenticated, service_role;
grant usage on schema console_sync to authenticated;
