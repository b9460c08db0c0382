-- The event log: written by triggers and functions, changed by no one, the database's owner included.

create function partners_vrai.refuse_event_change() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = '42501', message = 'Events are a record of what happened: they can''t be changed or deleted.',
    detail = '{"code": "events.immutable", "params": {}}';
end
$$;

create trigger events_immutable before update or delete on public.events
  for each row execute function partners_vrai.refuse_event_change();
create trigger events_not_truncated before truncate on public.events
  for each statement execute function partners_vrai.refuse_event_change();

create function partners_vrai.caller_type() returns public.actor_type
language sql stable security definer set search_path = ''
as $$
  select case
    when public.is_staff() then 'AGENT'
    when exists (select from public.profiles where id = auth.uid()) then 'USER'
    else 'SYSTEM'
  end::public.actor_type
$$;

create function partners_vrai.write_event(
  p_id uuid, p_type public.event_type, p_entity_type text, p_entity_id uuid, p_dossier_id uuid, p_user_id uuid,
  p_payload jsonb, p_at timestamptz
) returns uuid
language sql security definer set search_path = ''
as $$
  insert into public.events
    (id, event_type, entity_type, entity_id, dossier_id, user_id, actor_type, actor_id, payload, created_at)
  select p_id, p_type, p_entity_type, p_entity_id, p_dossier_id, p_user_id, actor,
    case when actor <> 'SYSTEM' then auth.uid() end, jsonb_strip_nulls(p_payload), p_at
  from partners_vrai.caller_type() as actor
  returning id
$$;
comment on function partners_vrai.write_event(uuid, public.event_type, text, uuid, uuid, uuid, jsonb, timestamptz)
  is 'Writes down what the caller has done; answers the event''s id.';

create function partners_vrai.next_dossier_reference() returns text
language sql volatile security definer set search_path = ''
as $$
  select format('D-%s-%s', to_char(now() at time zone 'UTC', 'YYYY'),
    lpad(number::text, greatest(5, length(number::text)), '0'))
  from nextval('public.dossier_reference_number') as number
$$;

-- Dossiers are opened by the payment webhook, so only the server ever draws a number.
grant usage on schema partners_vrai to service_role;
alter table public.dossiers alter column reference set default partners_vrai.next_dossier_reference();

create function partners_vrai.dossier_status_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform partners_vrai.write_event(partners_vrai.derived_id(new.id, 'created'), 'DOSSIER_CREATED', 'dossiers',
      new.id, new.id, new.user_id, jsonb_build_object('status', new.status), new.created_at);
  elsif new.status is distinct from old.status then
    perform partners_vrai.write_event(
      case when new.status_change_id is distinct from old.status_change_id then new.status_change_id
        else gen_random_uuid() end,
      'DOSSIER_STATUS_CHANGED', 'dossiers', new.id, new.id, new.user_id,
      jsonb_build_object('from', old.status, 'to', new.status, 'comment',
        case when new.status_changed_at is distinct from old.status_changed_at then new.status_comment end),
      case when new.status_changed_at is distinct from old.status_changed_at then new.status_changed_at
        else now() end);
  end if;
  return null;
end
$$;
comment on function partners_vrai.dossier_status_event() is 'Writes the event of a new dossier and of each change of status.';

create trigger dossiers_status_event after insert or update of status on public.dossiers
  for each row execute function partners_vrai.dossier_status_event();
