-- The audit log: written by triggers, changed by no one, the database's owner included.

create function public.prevent_audit_log_modification() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = '42501', message = 'The audit log is a record of what happened: it can''t be changed or deleted.',
    detail = '{"code": "audit.immutable", "params": {}}';
end
$$;
comment on function public.prevent_audit_log_modification() is 'Refuses every change of the audit log.';

create trigger prevent_audit_log_update before update on public.audit_logs
  for each row execute function public.prevent_audit_log_modification();
create trigger prevent_audit_log_delete before delete on public.audit_logs
  for each row execute function public.prevent_audit_log_modification();
create trigger audit_logs_not_truncated before truncate on public.audit_logs
  for each statement execute function public.prevent_audit_log_modification();

-- A function that staff call says what it does before it changes rows, so that their entries carry its name, its time
-- and an id derived from its own: the same here and there. It ends the act when it is done: a transaction may hold more.
create function linkdev.begin_act(p_cause uuid, p_action text, p_at timestamptz, p_metadata jsonb default '{}')
returns void
language sql volatile set search_path = '' set timezone = 'UTC'
as $$
  select set_config('linkdev.cause', p_cause::text, true), set_config('linkdev.action', p_action, true),
    set_config('linkdev.at', p_at::text, true), set_config('linkdev.metadata', jsonb_strip_nulls(p_metadata)::text, true)
$$;
comment on function linkdev.begin_act(uuid, text, timestamptz, jsonb) is 'Names what the next changes of rows belong to.';

create function linkdev.end_act() returns void
language sql volatile set search_path = ''
as $$
  select set_config('linkdev.cause', '', true), set_config('linkdev.action', '', true),
    set_config('linkdev.at', '', true), set_config('linkdev.metadata', '', true)
$$;
comment on function linkdev.end_act() is 'Changes of rows stand for themselves again.';

create function linkdev.act(p_name text) returns text
language sql stable set search_path = ''
as $$
  select nullif(current_setting('linkdev.' || p_name, true), '')
$$;
comment on function linkdev.act(text) is 'Cause, action, at or metadata of the act that runs; null without one.';

-- Arguments: columns whose content is nobody's business; the entry only says that they changed.
create function linkdev.write_audit_log() returns trigger
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_old jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  v_new jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  v_row constant jsonb := coalesce(v_new, v_old);
  v_cause constant uuid := linkdev.act('cause')::uuid;
  v_hidden text;
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, v_new -> o.key) into v_old, v_new
    from jsonb_each(v_old) o
    where o.value is distinct from v_new -> o.key and o.key <> 'updated_at';
    if v_old is null then
      return null;
    end if;
  end if;
  foreach v_hidden in array coalesce(tg_argv, '{}') loop
    v_old := case when v_old ? v_hidden then jsonb_set(v_old, array[v_hidden], '"•••"') else v_old end;
    v_new := case when v_new ? v_hidden then jsonb_set(v_new, array[v_hidden], '"•••"') else v_new end;
  end loop;

  insert into public.audit_logs
    (id, org_id, actor_id, actor_type, action, entity_type, entity_id, old_values, new_values, metadata, created_at)
  values (
    case when v_cause is null then gen_random_uuid()
      else linkdev.derived_id(v_cause, tg_table_name || ' ' || (v_row ->> 'id')) end,
    case when tg_table_name = 'organizations' then v_row ->> 'id' else v_row ->> 'org_id' end::uuid,
    auth.uid(),
    case when public.is_staff() then 'staff' when auth.uid() is not null then 'user' else 'system' end,
    coalesce(linkdev.act('action'), case tg_op when 'INSERT' then 'created' when 'UPDATE' then 'updated' else 'deleted' end),
    tg_table_name, (v_row ->> 'id')::uuid, v_old, v_new,
    coalesce(linkdev.act('metadata')::jsonb, '{}'),
    coalesce(linkdev.act('at')::timestamptz, now()));
  return null;
end
$$;
comment on function linkdev.write_audit_log() is 'Writes down what a statement changed, who did it, and as part of what.';

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'organizations', 'organization_members', 'org_subscriptions', 'billing_customers', 'plan_features', 'products',
    'prices', 'posts', 'record_types', 'schedules'
  ] loop
    execute format('create trigger %I after insert or update or delete on public.%I
      for each row execute function linkdev.write_audit_log()', v_table || '_audit', v_table);
  end loop;
end
$$;

create trigger users_audit after insert or update or delete on public.users
  for each row execute function linkdev.write_audit_log('billing_address', 'payment_method');
create trigger invites_audit after insert or update or delete on public.invites
  for each row execute function linkdev.write_audit_log('token');

-- Of these only what staff decide: the rest is the daily work of jobs.
create trigger reminders_audit after update on public.reminders
  for each row when (nullif(current_setting('linkdev.cause', true), '') is not null)
  execute function linkdev.write_audit_log();
create trigger notifications_outbox_audit after update on public.notifications_outbox
  for each row when (nullif(current_setting('linkdev.cause', true), '') is not null)
  execute function linkdev.write_audit_log();

create function public.get_audit_stats(p_org_id uuid default null, p_days integer default 30) returns jsonb
language sql stable set search_path = ''
as $$
  with entries as (
    select action, actor_id, actor_type from public.audit_logs
    where created_at > now() - make_interval(days => p_days) and (p_org_id is null or org_id = p_org_id)
  )
  select jsonb_build_object(
    'total', (select count(*) from entries),
    'people', (select count(distinct actor_id) from entries),
    'by_action', (select coalesce(jsonb_object_agg(action, n), '{}') from (
      select action, count(*) as n from entries group by action) a),
    'by_actor_type', (select coalesce(jsonb_object_agg(actor_type, n), '{}') from (
      select actor_type, count(*) as n from entries group by actor_type) a))
$$;
comment on function public.get_audit_stats(uuid, integer)
  is 'Counts of the audit log over the last days, of one organisation or of all, as far as the caller may see it.';
