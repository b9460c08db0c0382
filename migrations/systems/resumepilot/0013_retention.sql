-- What is kept for how long: interviews 2 years, usage 1 year, events 90 days. Bullets and resumes are the person's own
-- and stay until the person goes.

create function resumepilot.kept_since(p_kind public.retention_kind, p_at timestamptz) returns timestamptz
language sql stable set search_path = '' set timezone = 'UTC'
as $$
  select case p_kind
    when 'interviews' then p_at - interval '2 years'
    -- A month is due as a whole, when its last day is a year ago.
    when 'usage' then date_trunc('month', p_at - interval '1 year', 'UTC')
    when 'events' then p_at - interval '90 days'
  end
$$;
comment on function resumepilot.kept_since(public.retention_kind, timestamptz) is 'What is older than the answer is due.';

-- inferred
create view public.retention_due with (security_invoker = true) as
select d.kind, d.table_name, k.due_before, d.due_rows
from (
  select k.kind, resumepilot.kept_since(k.kind, now()) as due_before
  from unnest(enum_range(null::public.retention_kind)) k (kind)
) k
cross join lateral (
  select k.kind, 'interview_sessions' as table_name,
    (select count(*) from public.interview_sessions where created_at < k.due_before) as due_rows
  where k.kind = 'interviews'
  union all
  select k.kind, 'interview_turns', (
    select count(*) from public.interview_turns t join public.interview_sessions s on s.id = t.session_id
    where s.created_at < k.due_before)
  where k.kind = 'interviews'
  union all
  select k.kind, 'interview_transcripts', (select count(*) from public.interview_transcripts where created_at < k.due_before)
  where k.kind = 'interviews'
  union all
  select k.kind, 'usage_tracking', (select count(*) from public.usage_tracking where month < public.usage_month(k.due_before))
  where k.kind = 'usage'
  union all
  select k.kind, 'system_events', (select count(*) from public.system_events where created_at < k.due_before)
  where k.kind = 'events'
) d;
comment on view public.retention_due
  is 'What has been kept long enough, by table. A console counts the rows that it holds; a purge takes all that the server has.';
comment on column public.retention_due.kind is 'What is purged together: interviews after 2 years, usage after 1 year, events after 90 days.';
comment on column public.retention_due.due_before is 'What is older is due.';
comment on column public.retention_due.due_rows is 'Turns go with their interview.';

revoke all on public.retention_due from public, anon, authenticated;
grant select on public.retention_due to authenticated, service_role;

create function public.purge_due(
  p_kind public.retention_kind, p_purge_id uuid default gen_random_uuid(), p_purged_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_permission('retention');
  v_at timestamptz := resumepilot.decided_at(p_purged_at);
  v_before timestamptz := resumepilot.kept_since(p_kind, v_at);
  v_sessions uuid[];
  v_gone jsonb;
begin
  if p_kind is null then
    perform resumepilot.refuse('p_kind', 'retention.kind_required', 'Choose what is purged.');
  elsif p_kind = 'interviews' then
    -- Held, so that no resume begins to refer to one of them; two purges at once share them out.
    select coalesce(array_agg(id), '{}') into v_sessions from (
      select id from public.interview_sessions where created_at < v_before order by id for update skip locked) due;
    update public.resume_generations set session_id = null where session_id = any(v_sessions);
    with turns as (delete from public.interview_turns where session_id = any(v_sessions) returning id),
      transcripts as (delete from public.interview_transcripts where created_at < v_before returning id)
    select jsonb_build_object('interview_turns', (select count(*) from turns),
      'interview_transcripts', (select count(*) from transcripts), 'interview_sessions', cardinality(v_sessions)) into v_gone;
    delete from public.interview_sessions where id = any(v_sessions);
  elsif p_kind = 'usage' then
    with gone as (delete from public.usage_tracking where month < public.usage_month(v_before) returning id)
    select jsonb_build_object('usage_tracking', count(*)) into v_gone from gone;
  else
    with gone as (delete from public.system_events where created_at < v_before returning id)
    select jsonb_build_object('system_events', count(*)) into v_gone from gone;
  end if;
  perform resumepilot.write_event(p_purge_id, 'retention.purged', null, 'retention_due', null,
    jsonb_build_object('kind', p_kind, 'before', v_before, 'rows', v_gone), v_at);
  return jsonb_build_object('purged', v_gone, 'purged_by', v_staff);
end
$$;
comment on function public.purge_due(public.retention_kind, uuid, timestamptz)
  is 'Deletes for good what has been kept long enough at the moment of the decision.';
