-- Resume requests: where they may go, and what is noted about them.

create function public.allowed_request_transitions(p_status public.resume_request_status)
returns setof public.resume_request_status
language sql immutable set search_path = ''
as $$
  select unnest(case p_status
    when 'pending' then '{in_review,approved,declined,withdrawn}'
    when 'in_review' then '{approved,declined,withdrawn}'
    when 'approved' then '{fulfilled,declined,withdrawn}'
    when 'declined' then '{in_review}'
    else '{}'
  end::public.resume_request_status[])
$$;
comment on function public.allowed_request_transitions(public.resume_request_status)
  is 'The statuses that a resume request may get after this one. Fulfilled and withdrawn ones stay so.';

create function public.change_request_status(
  p_request_id uuid, p_from_status public.resume_request_status, p_to_status public.resume_request_status,
  p_comment text default null, p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('requests.manage');
  v_at timestamptz := xainik.decided_at(p_changed_at);
  v_comment text := xainik.text_of(p_comment, 'p_comment', 2000);
  v_request public.resume_requests;
  v_data jsonb;
begin
  select * into v_request from public.resume_requests where id = p_request_id for no key update;
  if v_request.id is null then
    perform xainik.refuse('p_request_id', 'request.unknown', 'This request does not exist.');
  elsif v_request.status is distinct from p_from_status then
    perform xainik.lost('request.moved', 'The request has been moved on meanwhile. Look at it and decide again.', '{}',
      jsonb_build_object('status', v_request.status, 'status_changed_at', v_request.status_changed_at,
        'comment', v_request.status_comment, 'changed_by', (
          select s.full_name from public.user_activity_log a join public.users s on s.id = a.actor_user_id
          where a.id = v_request.status_change_id)),
      case when p_to_status in (select public.allowed_request_transitions(v_request.status))
        then jsonb_build_object('p_from_status', v_request.status) end);
  elsif p_to_status is null or p_to_status not in (select public.allowed_request_transitions(p_from_status)) then
    perform xainik.refuse('p_to_status', 'request.transition_not_allowed',
      format('A request can''t go from %s to %s. Choose one of the allowed statuses.', p_from_status, p_to_status));
  elsif p_to_status = 'declined' and v_comment is null then
    perform xainik.refuse('p_comment', 'request.comment_required', 'Write why: the recruiter is told when a request is declined.');
  end if;

  update public.resume_requests set status = p_to_status, status_change_id = p_change_id, status_changed_at = v_at,
    status_comment = v_comment where id = p_request_id;
  perform xainik.write_activity(p_change_id, 'request.status_changed', v_request.user_id, 'resume_requests', p_request_id,
    jsonb_build_object('from', p_from_status, 'to', p_to_status, 'comment', v_comment), v_at);
  v_data := jsonb_build_object('id', p_request_id, 'job_role', v_request.job_role, 'company', v_request.company_name,
    'comment', v_comment);
  perform xainik.notify(p_change_id, v_request.user_id, 'request.' || p_to_status, v_data, v_at);
  perform xainik.notify(p_change_id, v_request.recruiter_user_id, 'request.' || p_to_status, v_data, v_at);
  return jsonb_build_object('change_id', p_change_id, 'status', p_to_status, 'changed_by', v_staff);
end
$$;
comment on function public.change_request_status(
  uuid, public.resume_request_status, public.resume_request_status, text, uuid, timestamptz
) is 'Moves a resume request along an allowed transition and tells both sides.';

create function public.add_recruiter_note(
  p_request_id uuid, p_note text, p_note_id uuid default gen_random_uuid(), p_noted_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('requests.manage');
  v_at timestamptz := xainik.decided_at(p_noted_at);
  v_note text := xainik.text_of(p_note, 'p_note', 4000);
  v_request public.resume_requests;
begin
  if v_note is null then
    perform xainik.refuse('p_note', 'request.note_empty', 'Write a note first.');
  end if;
  select * into v_request from public.resume_requests where id = p_request_id for key share;
  if v_request.id is null then
    perform xainik.refuse('p_request_id', 'request.unknown', 'This request does not exist.');
  end if;
  insert into public.recruiter_notes
    (id, recruiter_user_id, user_id, resume_request_id, author_user_id, note, created_at, updated_at)
  values (p_note_id, v_request.recruiter_user_id, v_request.user_id, p_request_id, v_staff, v_note, v_at, v_at);
  perform xainik.write_activity(xainik.derived_id(p_note_id, 'noted'), 'request.noted', v_request.user_id,
    'recruiter_notes', p_note_id, jsonb_build_object('request_id', p_request_id), v_at);
  return jsonb_build_object('note_id', p_note_id);
end
$$;
comment on function public.add_recruiter_note(uuid, text, uuid, timestamptz)
  is 'Adds a note to a resume request, on the recruiter''s file. The veteran does not see it.';

select xainik.record_migration('0017_request_functions', 'Resume requests move along allowed transitions, with notes.');
