-- Live sessions: scheduled, cancelled, and who came.

create function public.schedule_session(
  p_title text, p_host_id uuid, p_session_type text, p_scheduled_at timestamptz, p_minutes integer,
  p_description text default null, p_max_participants integer default -1, p_meeting_url text default null,
  p_session_id uuid default gen_random_uuid(), p_planned_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_staff();
  v_at timestamptz := dracarys.decided_at(p_planned_at);
  v_title text := nullif(btrim(p_title), '');
begin
  if v_title is null or char_length(v_title) > 200 then
    perform dracarys.refuse('p_title', 'session.title_invalid', 'A session needs a title of at most 200 characters.');
  elsif not exists (select from public.user_profiles where id = p_host_id) then
    perform dracarys.refuse('p_host_id', 'session.host_unknown', 'Choose who hosts the session.');
  elsif p_session_type is null or p_session_type not in ('workshop', 'q&a', 'presentation') then
    perform dracarys.refuse('p_session_type', 'session.type_unknown', 'Choose: workshop, questions and answers, or presentation.');
  elsif p_scheduled_at is null or p_scheduled_at <= v_at then
    perform dracarys.refuse('p_scheduled_at', 'session.in_the_past', 'A session is scheduled ahead: choose a later time.');
  elsif p_minutes is null or p_minutes not between 5 and 480 then
    perform dracarys.refuse('p_minutes', 'session.duration_invalid', 'A session lasts from 5 to 480 minutes.');
  elsif p_max_participants = 0 or p_max_participants < -1 then
    perform dracarys.refuse('p_max_participants', 'session.max_invalid', 'Enter how many can take part, or -1 for any number.');
  elsif p_meeting_url !~ '^https://[^\s]+$' then
    perform dracarys.refuse('p_meeting_url', 'session.url_invalid', 'The address of the meeting begins with https://.');
  end if;
  insert into public.live_sessions
    (id, title, description, host_id, session_type, scheduled_at, duration, max_participants, meeting_url, created_at)
  values (p_session_id, v_title, nullif(btrim(p_description), ''), p_host_id, p_session_type, p_scheduled_at,
    make_interval(mins => p_minutes), p_max_participants, p_meeting_url, v_at);
  perform dracarys.write_activity(dracarys.derived_id(p_session_id, 'scheduled'), 'session.scheduled', 'live_sessions', p_session_id,
    jsonb_build_object('title', v_title, 'scheduled_at', p_scheduled_at), v_at);
  return jsonb_build_object('session_id', p_session_id, 'scheduled_by', v_staff);
end
$$;
comment on function public.schedule_session(
  text, uuid, text, timestamptz, integer, text, integer, text, uuid, timestamptz
) is 'Announces a live session. Learners can register at once.';

create function public.cancel_session(
  p_session_id uuid, p_from_scheduled_at timestamptz, p_reason text, p_cancel_id uuid default gen_random_uuid(),
  p_cancelled_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_staff();
  v_reason text := dracarys.reason_of(p_reason);
  v_session public.live_sessions;
begin
  select * into v_session from public.live_sessions where id = p_session_id for no key update;
  -- Times are compared to the millisecond: most clients can't hold more of them.
  if v_session.id is null then
    perform dracarys.refuse('p_session_id', 'session.unknown', 'This session does not exist.');
  elsif v_session.status <> 'scheduled' then
    perform dracarys.lost('session.not_ahead', format('"%s" is %s by now.', v_session.title, v_session.status),
      jsonb_build_object('session', v_session.title), jsonb_build_object('status', v_session.status,
        'reason', v_session.metadata ->> 'cancel_reason'), null);
  elsif date_trunc('milliseconds', v_session.scheduled_at) is distinct from date_trunc('milliseconds', p_from_scheduled_at) then
    perform dracarys.lost('session.moved', format('"%s" has been moved to another time meanwhile.', v_session.title),
      jsonb_build_object('session', v_session.title), jsonb_build_object('scheduled_at', v_session.scheduled_at),
      jsonb_build_object('p_from_scheduled_at', v_session.scheduled_at));
  end if;
  update public.live_sessions set status = 'cancelled',
    metadata = coalesce(metadata, '{}') || jsonb_build_object('cancel_reason', v_reason) where id = p_session_id;
  perform dracarys.write_activity(p_cancel_id, 'session.cancelled', 'live_sessions', p_session_id,
    jsonb_build_object('reason', v_reason, 'participants', v_session.current_participants), dracarys.decided_at(p_cancelled_at));
  return jsonb_build_object('session_id', p_session_id, 'cancelled_by', v_staff);
end
$$;
comment on function public.cancel_session(uuid, timestamptz, text, uuid, timestamptz)
  is 'Cancels a session that is still ahead. Who has registered stays on the list.';

create function public.mark_attendance(
  p_participant_id uuid, p_from_status text, p_to_status text, p_mark_id uuid default gen_random_uuid(),
  p_marked_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_staff();
  v_at timestamptz := dracarys.decided_at(p_marked_at);
  v_participant public.session_participants;
  v_session public.live_sessions;
begin
  -- First the session, as who registers does.
  select s.* into v_session from public.live_sessions s
    where s.id = (select session_id from public.session_participants where id = p_participant_id) for no key update;
  select * into v_participant from public.session_participants where id = p_participant_id for no key update;
  if v_participant.id is null then
    perform dracarys.refuse('p_participant_id', 'attendance.unknown', 'This person is not registered any more.');
  elsif p_to_status is null or p_to_status not in ('registered', 'attended', 'missed', 'waitlisted') then
    perform dracarys.refuse('p_to_status', 'attendance.status_required', 'Choose what became of it.');
  elsif v_participant.attendance_status is distinct from p_from_status then
    perform dracarys.lost('attendance.marked_already', 'Somebody else has marked this person meanwhile.', '{}',
      jsonb_build_object('attendance_status', v_participant.attendance_status),
      case when v_participant.attendance_status <> p_to_status
        then jsonb_build_object('p_from_status', v_participant.attendance_status) end);
  elsif p_to_status = p_from_status then
    perform dracarys.refuse('p_to_status', 'attendance.unchanged', 'It says so already. Nothing would change.');
  elsif p_to_status in ('attended', 'missed') and v_session.scheduled_at > v_at then
    perform dracarys.refuse('p_to_status', 'attendance.too_early', 'The session has not begun yet.');
  end if;
  update public.session_participants set attendance_status = p_to_status,
    joined_at = case when p_to_status = 'attended' then coalesce(joined_at, v_session.scheduled_at) end,
    left_at = case when p_to_status = 'attended' then left_at end
    where id = p_participant_id;
  perform dracarys.write_activity(p_mark_id, 'attendance.marked', 'session_participants', p_participant_id,
    jsonb_build_object('person', v_participant.user_id, 'session', v_session.id, 'from', p_from_status, 'to', p_to_status), v_at);
  return jsonb_build_object('participant_id', p_participant_id, 'attendance_status', p_to_status, 'marked_by', v_staff);
end
$$;
comment on function public.mark_attendance(uuid, text, text, uuid, timestamptz)
  is 'Writes down whether somebody came, or gives a place to somebody who waits.';
