-- What staff do with a dossier: change its status, and hold it or hand it on.

create function public.change_dossier_status(
  p_dossier_id uuid, p_from_status public.dossier_status_code, p_to_status public.dossier_status_code,
  p_comment text default null, p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_agent uuid := partners_vrai.require_staff();
  v_at timestamptz := partners_vrai.decided_at(p_changed_at);
  v_comment text := nullif(btrim(p_comment, E' \t\r\n'), '');
  v_dossier public.dossiers;
begin
  if char_length(v_comment) > 2000 then
    perform partners_vrai.refuse('p_comment', 'dossier.comment_too_long',
      format('The comment has %s characters; at most 2000 are allowed. Shorten it.', char_length(v_comment)),
      jsonb_build_object('length', char_length(v_comment), 'max', 2000));
  end if;
  select * into v_dossier from public.dossiers where id = p_dossier_id for no key update;
  if v_dossier.id is null then
    perform partners_vrai.refuse('p_dossier_id', 'dossier.unknown', 'This dossier does not exist.');
  end if;
  if v_dossier.status is distinct from p_from_status then
    perform partners_vrai.lost('dossier.moved',
      format('The dossier has been moved to %s meanwhile. Look at it and decide again.', v_dossier.status),
      jsonb_build_object('reference', v_dossier.reference),
      jsonb_build_object('status', v_dossier.status, 'status_changed_at', v_dossier.status_changed_at,
        'changed_by', (select a.full_name from public.events e join public.agents a on a.id = e.actor_id
          where e.id = v_dossier.status_change_id), 'comment', v_dossier.status_comment),
      case when p_to_status in (select public.allowed_dossier_transitions(v_dossier.status))
        then jsonb_build_object('p_from_status', v_dossier.status) end);
  end if;
  if p_to_status is null or p_to_status not in (select public.allowed_dossier_transitions(p_from_status)) then
    perform partners_vrai.refuse('p_to_status', 'dossier.transition_not_allowed',
      format('A dossier can''t go from %s to %s. Choose one of the allowed statuses.', p_from_status, p_to_status));
  end if;

  perform partners_vrai.move_dossier(p_dossier_id, p_to_status, p_change_id, v_comment, v_at);
  if p_to_status = 'COMPLETED' or p_to_status = (
    select ps.dossier_status from public.product_steps ps
    where ps.product_id = v_dossier.product_id and ps.step_id = public.get_next_step_for_dossier(p_dossier_id)
  ) then
    perform partners_vrai.complete_step(p_dossier_id, p_change_id, v_at);
  end if;
  perform partners_vrai.notify_client(p_change_id, p_change_id, p_dossier_id, v_dossier.user_id, 'dossier.status_changed',
    jsonb_build_object('dossier', v_dossier.reference, 'status', p_to_status, 'comment', v_comment), v_at);
  return jsonb_build_object('change_id', p_change_id, 'status', p_to_status, 'changed_by', v_agent);
end
$$;
comment on function public.change_dossier_status(
  uuid, public.dossier_status_code, public.dossier_status_code, text, uuid, timestamptz
) is 'Moves a dossier along an allowed transition and tells the client.';

create function public.assign_dossier(
  p_dossier_id uuid, p_agent_id uuid, p_from_agent_id uuid default null, p_note text default null,
  p_assignment_id uuid default gen_random_uuid(), p_assigned_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_agent uuid := partners_vrai.require_staff();
  v_at timestamptz := partners_vrai.decided_at(p_assigned_at);
  v_dossier public.dossiers;
  v_holder text;
begin
  if p_agent_id is not null and not exists (select from public.agents where id = p_agent_id and is_active) then
    perform partners_vrai.refuse('p_agent_id', 'assignment.agent_inactive',
      'This person is not an active agent. Choose another one.');
  end if;
  if char_length(p_note) > 2000 then
    perform partners_vrai.refuse('p_note', 'assignment.note_too_long',
      format('The note has %s characters; at most 2000 are allowed. Shorten it.', char_length(p_note)),
      jsonb_build_object('length', char_length(p_note), 'max', 2000));
  end if;
  select * into v_dossier from public.dossiers where id = p_dossier_id for no key update;
  if v_dossier.id is null then
    perform partners_vrai.refuse('p_dossier_id', 'dossier.unknown', 'This dossier does not exist.');
  end if;
  v_holder := (select full_name from public.agents where id = v_dossier.assigned_to);
  if v_dossier.assigned_to is distinct from p_from_agent_id then
    perform partners_vrai.lost(
      case when v_dossier.assigned_to is null then 'assignment.released' else 'assignment.changed' end,
      format('The dossier is held by %s now. Leave it so, or assign it all the same.', coalesce(v_holder, 'no one')),
      jsonb_build_object('reference', v_dossier.reference, 'holder', v_holder),
      jsonb_build_object('agent_id', v_dossier.assigned_to, 'holder', v_holder, 'assigned_at', (
        select assigned_at from public.dossier_assignments
        where dossier_id = p_dossier_id and released_at is null)),
      case when p_agent_id is distinct from v_dossier.assigned_to
        then jsonb_build_object('p_from_agent_id', v_dossier.assigned_to) end);
  elsif p_agent_id is not distinct from v_dossier.assigned_to then
    perform partners_vrai.refuse('p_agent_id', 'assignment.unchanged',
      format('The dossier is held by %s already. Nothing would change.', coalesce(v_holder, 'no one')));
  end if;

  update public.dossier_assignments set released_at = greatest(v_at, assigned_at)
    where dossier_id = p_dossier_id and released_at is null;
  if p_agent_id is not null then
    insert into public.dossier_assignments (id, dossier_id, agent_id, assigned_by, note, assigned_at)
    values (p_assignment_id, p_dossier_id, p_agent_id, v_agent, p_note, v_at);
  end if;
  update public.dossiers set assigned_to = p_agent_id where id = p_dossier_id;
  perform partners_vrai.write_event(partners_vrai.derived_id(p_assignment_id, 'assigned'), 'DOSSIER_ASSIGNED',
    'dossiers', p_dossier_id, p_dossier_id, v_dossier.user_id, jsonb_build_object('from', v_dossier.assigned_to,
      'to', p_agent_id, 'from_name', v_holder, 'to_name', (select full_name from public.agents where id = p_agent_id),
      'note', p_note), v_at);
  return jsonb_build_object('assignment_id', p_assignment_id, 'assigned_to', p_agent_id);
end
$$;
comment on function public.assign_dossier(uuid, uuid, uuid, text, uuid, timestamptz)
  is 'Takes a dossier over, hands it on, or (without an agent) gives it back. p_from_agent_id: who held it before.';
