-- Stands in for what a hosted project's Realtime keeps in its database, as far as policies and triggers refer to it.
create schema if not exists realtime;
create table if not exists realtime.messages (
  id uuid not null default gen_random_uuid(),
  topic text not null,
  extension text not null,
  payload jsonb,
  event text,
  private boolean default false,
  inserted_at timestamp not null default now(),
  updated_at timestamp not null default now(),
  primary key (id, inserted_at)
);
alter table realtime.messages enable row level security;
grant usage on schema realtime to anon, authenticated, service_role;
grant select, insert, update on realtime.messages to anon, authenticated, service_role;

create or replace function realtime.topic() returns text
language sql stable
as $$
  select nullif(current_setting('realtime.topic', true), '')::text
$$;

create or replace function realtime.send(payload jsonb, event text, topic text, private boolean default true) returns void
language plpgsql
as $$
begin
  insert into realtime.messages (payload, event, topic, private, extension) values (payload, event, topic, private, 'broadcast');
end
$$;

-- How the service finds out whether somebody may listen: a message is put there, looked for with their rights, and undone.
create or replace function realtime.may_hear(p_claims text, p_topic text) returns boolean
language plpgsql
as $$
declare
  v_probe uuid;
  v_found boolean;
begin
  insert into realtime.messages (topic, extension) values (p_topic, 'broadcast') returning id into v_probe;
  perform set_config('request.jwt.claims', p_claims, true), set_config('realtime.topic', p_topic, true);
  perform set_config('role', 'authenticated', true);
  v_found := exists (select from realtime.messages where topic = p_topic and extension = 'broadcast');
  perform set_config('role', 'none', true);
  delete from realtime.messages where id = v_probe;
  return v_found;
end
$$;
