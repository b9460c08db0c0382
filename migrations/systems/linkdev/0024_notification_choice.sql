-- What can be decided about a message that could not be sent is a list of its own, shorter than that of its statuses.

create type public.notification_choice as enum ('pending', 'dismissed');
comment on type public.notification_choice is 'pending: it is sent again. dismissed: it is not.';

drop function public.settle_notification(uuid, text, text, uuid, timestamptz);

create function public.settle_notification(
  p_notification_id uuid, p_from_status text, p_to_status public.notification_choice,
  p_change_id uuid default gen_random_uuid(), p_settled_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_at timestamptz := linkdev.decided_at(p_settled_at);
  v_notification public.notifications_outbox;
begin
  perform linkdev.require_staff();
  if p_to_status is null then
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
  set status = p_to_status::text, error = case when p_to_status = 'dismissed' then error end
  where id = p_notification_id;
  perform linkdev.end_act();
  return jsonb_build_object('notification_id', p_notification_id, 'status', p_to_status);
end
$$;
comment on function public.settle_notification(uuid, text, public.notification_choice, uuid, timestamptz)
  is 'Decides about a message that could not be sent: again (pending), or not at all (dismissed).';

revoke all on function public.settle_notification(uuid, text, public.notification_choice, uuid, timestamptz)
  from public, anon;
grant execute on function public.settle_notification(uuid, text, public.notification_choice, uuid, timestamptz)
  to authenticated, service_role;

create or replace function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "linkdev", "version": "24"}'::jsonb
$$;
