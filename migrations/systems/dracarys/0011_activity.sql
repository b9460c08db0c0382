-- The activity log: written by functions and triggers, changed by no one.

create function dracarys.refuse_change() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- The rows of a person who is gone go as well: by then their account is not there any more.
  if tg_op = 'DELETE' then
    if not exists (select from auth.users where id = old.user_id) then
      return old;
    end if;
  end if;
  raise exception using errcode = '42501',
    message = 'The activity log is a record of what happened: it can''t be changed or deleted.',
    detail = '{"code": "dracarys.log_immutable", "params": {}}';
end
$$;
comment on function dracarys.refuse_change() is 'Refuses every change of the activity log.';

create trigger user_activity_log_immutable before update or delete on public.user_activity_log
  for each row execute function dracarys.refuse_change();
create trigger user_activity_log_not_truncated before truncate on public.user_activity_log
  for each statement execute function dracarys.refuse_change();

create function dracarys.write_activity(
  p_id uuid, p_type text, p_entity_type text, p_entity_id uuid, p_metadata jsonb, p_at timestamptz
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.user_activity_log (id, user_id, activity_type, entity_type, entity_id, metadata, created_at)
  values (p_id, auth.uid(), p_type, p_entity_type, p_entity_id, jsonb_strip_nulls(p_metadata), p_at)
$$;
comment on function dracarys.write_activity(uuid, text, text, uuid, jsonb, timestamptz) is 'Writes down what the calling staff member has done.';

-- Once for each row, whatever happens to it later: its id is derived from the row's.
create function dracarys.note_activity(
  p_user_id uuid, p_type public.activity_type, p_entity_type text, p_entity_id uuid, p_of uuid, p_metadata jsonb, p_at timestamptz
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.user_activity_log (id, user_id, activity_type, entity_type, entity_id, metadata, created_at)
  values (dracarys.derived_id(p_of, p_type::text), p_user_id, p_type::text, p_entity_type, p_entity_id, p_metadata, p_at)
  on conflict (id) do nothing
$$;
comment on function dracarys.note_activity(uuid, public.activity_type, text, uuid, uuid, jsonb, timestamptz)
  is 'Writes down what a learner has done.';
