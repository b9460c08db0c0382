-- A journal as the first Outpost left it, frozen: never to be changed with the code.

pragma user_version = 1;

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
insert into entries values (1, '00000000-0000-4000-8000-000000000001', '{"id":"00000000-0000-4000-8000-000000000001","seq":1,"person":"6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01","device":"0b9d3f52-8c1e-4f43-8a55-1f0f6f7f2c02","madeAt":"2026-11-21T08:00:00.000Z","operation":{"kind":"call","function":"send_message","args":{"p_body":"Bonjour — ça va ?","p_dossier_id":"00000000-0000-4000-8000-000000000009"}},"subject":{"document":"Passport","client":"Ama Mensah"},"dependsOn":[]}', '0000000000000000000000000000000000000000000000000000000000000000', '8a7e75420cbecd7936f2ee5b0547217518a217506c34113846ba313c4df4d1c0');
insert into entries values (2, '00000000-0000-4000-8000-000000000002', '{"id":"00000000-0000-4000-8000-000000000002","seq":2,"person":"6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01","device":"0b9d3f52-8c1e-4f43-8a55-1f0f6f7f2c02","madeAt":"2026-11-22T08:00:00.000Z","operation":{"kind":"insert","relation":"public.products","values":{"id":"00000000-0000-4000-8000-000000000008","price":"19.990","tags":["a",null],"data":{"deep":[1,"2",null]}}},"subject":{"document":"Passport","client":"Ama Mensah"},"dependsOn":[]}', '8a7e75420cbecd7936f2ee5b0547217518a217506c34113846ba313c4df4d1c0', 'c549f8171ccb0a9e2dc1b446e2471d12f57e0fd8ccd14a70e919c209b6e2164b');
insert into entries values (3, '00000000-0000-4000-8000-000000000003', '{"id":"00000000-0000-4000-8000-000000000003","seq":3,"person":"6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01","device":"0b9d3f52-8c1e-4f43-8a55-1f0f6f7f2c02","madeAt":"2026-11-23T08:00:00.000Z","operation":{"kind":"update","relation":"public.products","key":{"id":"00000000-0000-4000-8000-000000000008"},"set":{"price":"12345678901234567890.5"},"base":"{\"price\": 19.990}"},"subject":{"document":"Passport","client":"Ama Mensah"},"dependsOn":["00000000-0000-4000-8000-000000000002"]}', 'c549f8171ccb0a9e2dc1b446e2471d12f57e0fd8ccd14a70e919c209b6e2164b', '611385a3db59ca573a14f8ecadfbf583463c8bfdb09be3787919d91f12dcf688');
insert into entries values (4, '00000000-0000-4000-8000-000000000004', '{"id":"00000000-0000-4000-8000-000000000004","seq":4,"person":"6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01","device":"0b9d3f52-8c1e-4f43-8a55-1f0f6f7f2c02","madeAt":"2026-11-24T08:00:00.000Z","operation":{"kind":"delete","relation":"public.product_steps","key":{"product_id":"00000000-0000-4000-8000-000000000008","position":2},"base":"{\"product_id\": \"x\", \"position\": 2}"},"subject":{"document":"Passport","client":"Ama Mensah"},"dependsOn":[]}', '611385a3db59ca573a14f8ecadfbf583463c8bfdb09be3787919d91f12dcf688', 'ae43910663d47bc688083eceba938cab5e196140eda096147bc0b2e37ae3ea53');
insert into entries values (5, '00000000-0000-4000-8000-000000000005', '{"id":"00000000-0000-4000-8000-000000000005","seq":5,"person":"6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01","device":"0b9d3f52-8c1e-4f43-8a55-1f0f6f7f2c02","madeAt":"2026-11-25T08:00:00.000Z","operation":{"kind":"update","relation":"public.profiles","key":{"id":"6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01"},"set":{"phone":null},"base":"{\"phone\": \"+33 1\"}"},"subject":{"document":"Passport","client":"Ama Mensah"},"dependsOn":[]}', 'ae43910663d47bc688083eceba938cab5e196140eda096147bc0b2e37ae3ea53', '4a4e1a5c902c25bcde8b8d5906f49ab661df23d6dd0409013b6a046413327d9e');
insert into standing values ('00000000-0000-4000-8000-000000000001', 'done', 0, '{"id":"00000000-0000-4000-8000-000000000001","outcome":"applied","xid":"742","merged":false,"result":"\"x\""}', null, null, '2026-11-25T09:00:00.000Z');
insert into standing values ('00000000-0000-4000-8000-000000000002', 'pending', 1, null, null, null, '2026-11-25T09:00:00.000Z');
insert into standing values ('00000000-0000-4000-8000-000000000003', 'pending', 1, null, null, null, '2026-11-25T09:00:00.000Z');
insert into standing values ('00000000-0000-4000-8000-000000000004', 'held', 0, null, '00000000-0000-4000-8000-000000000002', null, '2026-11-25T09:00:00.000Z');
insert into standing values ('00000000-0000-4000-8000-000000000005', 'pending', 0, null, null, null, '2026-11-25T09:00:00.000Z');
insert into facts values ('device', '0b9d3f52-8c1e-4f43-8a55-1f0f6f7f2c02');
insert into facts values ('person', '6f1c2f0e-3d52-4a53-9a3e-0d6f6f8b1a01');
