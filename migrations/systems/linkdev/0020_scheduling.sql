-- Reminders from schedules, and what staff do about reminders and messages that hang.

create function linkdev.next_run(p_after timestamptz, p_frequency text, p_every integer) returns timestamptz
language sql stable set search_path = '' set timezone = 'UTC'
as $$
  select p_after + p_every * case p_frequency
    when 'daily' then interval '1 day' when 'weekly' then interval '7 days' else interval '1 month' end
$$;
comment on function linkdev.next_run(timestamptz, text, integer) is 'The run after this one, in UTC.';

create function public.create_reminders_from_schedules() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_schedule public.schedules;
  v_next timestamptz;
  v_count integer := 0;
begin
  -- Another run of the job leaves alone what this one holds.
  for v_schedule in
    select * from public.schedules where is_active and next_run_at <= now() order by next_run_at for update skip locked
  loop
    insert into public.reminders (org_id, schedule_id, title, notes, due_at, assigned_to, created_by)
    values (v_schedule.org_id, v_schedule.id, v_schedule.name, v_schedule.description, v_schedule.next_run_at,
      v_schedule.created_by, v_schedule.created_by)
    on conflict (schedule_id, due_at) do nothing;
    insert into public.usage_events (org_id, user_id, event_type, metadata)
    values (v_schedule.org_id, v_schedule.created_by, 'schedule_executed', jsonb_build_object('schedule_id', v_schedule.id));
    -- Runs that were missed are not made up for: one reminder is enough.
    v_next := v_schedule.next_run_at;
    while v_next <= now() loop
      v_next := linkdev.next_run(v_next, v_schedule.frequency, v_schedule.every);
    end loop;
    update public.schedules set last_run_at = v_schedule.next_run_at, next_run_at = v_next where id = v_schedule.id;
    v_count := v_count + 1;
  end loop;
  return v_count;
end
$$;
comment on function public.create_reminders_from_schedules()
  is 'For a job: one reminder for each schedule that is due; answers how many.';

create function public.complete_reminder(
  p_reminder_id uuid, p_from_status text, p_change_id uuid default gen_random_uuid(),
  p_completed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_staff();
  v_at timestamptz := linkdev.decided_at(p_completed_at);
  v_reminder public.reminders;
begin
  select * into v_reminder from public.reminders where id = p_reminder_id for no key update;
  if v_reminder.id is null then
    perform linkdev.refuse('p_reminder_id', 'reminder.unknown', 'This reminder does not exist.');
  elsif v_reminder.status is distinct from p_from_status then
    perform linkdev.lost('reminder.changed_meanwhile',
      format('The reminder is %s now. Look at it and decide again.', v_reminder.status), '{}',
      jsonb_build_object('status', v_reminder.status, 'completed_at', v_reminder.completed_at),
      case when v_reminder.status in ('pending', 'sent') then jsonb_build_object('p_from_status', v_reminder.status) end);
  elsif v_reminder.status not in ('pending', 'sent') then
    perform linkdev.refuse('p_reminder_id', 'reminder.closed', 'This reminder is closed already. Nothing is left to do.');
  end if;
  perform linkdev.begin_act(p_change_id, 'reminder_completed', v_at);
  update public.reminders set status = 'completed', completed_at = v_at, completed_by = v_caller where id = p_reminder_id;
  perform linkdev.end_act();
  return jsonb_build_object('reminder_id', p_reminder_id, 'status', 'completed');
end
$$;
comment on function public.complete_reminder(uuid, text, uuid, timestamptz) is 'Marks a reminder as done.';

create function public.settle_notification(
  p_notification_id uuid, p_from_status text, p_to_status text, p_change_id uuid default gen_random_uuid(),
  p_settled_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_at timestamptz := linkdev.decided_at(p_settled_at);
  v_notification public.notifications_outbox;
begin
  perform linkdev.require_staff();
  if p_to_status is null or p_to_status not in ('pending', 'dismissed') then
    perform linkdev.refuse('p_to_status', 'notification.choice_invalid', 'Choose: send again, or dismiss.');
  end if;
  select * into v_notification from public.notifications_outbox where id = p_notification_id for no key update;
  if v_notification.id is null then
    perform linkdev.refuse('p_notification_id', 'notification.unknown', 'This message does not exist.');
  elsif v_notification.status is distinct from p_from_status then
    perform linkdev.lost('notification.changed_meanwhile',
      format('The message is %s now. Look at it and decide again.', v_notification.status), '{}',
      jsonb_build_object('status', v_notification.status, 'attempts', v_notification.attempts,
        'delivered_at', v_notification.delivered_at),
      case when v_notification.status = 'failed' then '{"p_from_status": "failed"}'::jsonb end);
  elsif v_notification.status <> 'failed' then
    perform linkdev.refuse('p_notification_id', 'notification.not_failed',
      'Only a message that could not be sent waits for a decision.');
  end if;
  perform linkdev.begin_act(p_change_id, 'notification_settled', v_at);
  update public.notifications_outbox
  set status = p_to_status, error = case when p_to_status = 'dismissed' then error end
  where id = p_notification_id;
  perform linkdev.end_act();
  return jsonb_build_object('notification_id', p_notification_id, 'status', p_to_status);
end
$$;
comment on function public.settle_notification(uuid, text, text, uuid, timestamptz)
  is 'Decides about a message that could not be sent: again (pending), or not at all (dismissed).';
