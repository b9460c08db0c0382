-- The journal of one workspace: what this machine must never lose.

-- Decisions, in order. Rows are only ever added: what became of them stands in `standing`.
create table entries (
  seq integer primary key,
  id text not null unique,
  -- The entry as JSON, byte for byte what the hash was taken over.
  content text not null,
  previous_hash text not null,
  hash text not null
) strict;

create trigger entries_are_never_changed before update on entries
begin
  select raise(abort, 'Entries of the journal are never changed.');
end;

create trigger entries_are_never_removed before delete on entries
begin
  select raise(abort, 'Entries of the journal are never removed.');
end;

create table standing (
  entry_id text primary key references entries (id),
  state text not null check (
    state in ('pending', 'held', 'applied', 'done', 'conflict', 'rejected', 'resolved', 'discarded')
  ),
  attempts integer not null default 0,
  -- The server's answer as JSON, once there is one.
  receipt text,
  held_by text references entries (id),
  -- The entry that carries the resolution of a conflict.
  resolved_by text references entries (id),
  changed_at text not null
) strict;

create index standing_open on standing (state) where state not in ('done', 'resolved', 'discarded');

-- Single facts: device, session (sealed), person, server identity, time of the last pull.
create table facts (
  name text primary key,
  value text not null
) strict;
