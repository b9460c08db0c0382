-- How a dossier moves: along allowed transitions, step by step.

create function public.allowed_dossier_transitions(p_status public.dossier_status_code)
returns setof public.dossier_status_code
language sql immutable set search_path = ''
as $$
  select unnest(case p_status
    when 'NEW' then '{AWAITING_DOCUMENTS,ON_HOLD,CANCELLED}'
    when 'AWAITING_DOCUMENTS' then '{UNDER_REVIEW,IN_PREPARATION,ON_HOLD,CANCELLED}'
    when 'UNDER_REVIEW' then '{CORRECTIONS_REQUESTED,AWAITING_DOCUMENTS,IN_PREPARATION,ON_HOLD,CANCELLED}'
    when 'CORRECTIONS_REQUESTED' then '{UNDER_REVIEW,IN_PREPARATION,ON_HOLD,CANCELLED}'
    when 'IN_PREPARATION' then '{READY_TO_FILE,AWAITING_DOCUMENTS,ON_HOLD,CANCELLED}'
    when 'READY_TO_FILE' then '{FILED,IN_PREPARATION,ON_HOLD,CANCELLED}'
    when 'FILED' then '{AUTHORITY_QUERY,REGISTERED,CANCELLED}'
    when 'AUTHORITY_QUERY' then '{FILED,AWAITING_DOCUMENTS,ON_HOLD,CANCELLED}'
    when 'REGISTERED' then '{DELIVERED}'
    when 'DELIVERED' then '{COMPLETED}'
    when 'ON_HOLD' then '{AWAITING_DOCUMENTS,UNDER_REVIEW,IN_PREPARATION,CANCELLED}'
    else '{}'
  end::public.dossier_status_code[])
$$;
comment on function public.allowed_dossier_transitions(public.dossier_status_code)
  is 'The statuses that a dossier may get after this one. Completed and cancelled dossiers stay so.';

create function public.get_next_step_for_dossier(p_dossier_id uuid) returns uuid
language sql stable set search_path = ''
as $$
  select next.step_id
  from public.dossiers d
  join public.product_steps next on next.product_id = d.product_id
  left join public.step_instances si on si.id = d.current_step_instance_id
  left join public.product_steps here on here.product_id = d.product_id and here.step_id = si.step_id
  where d.id = p_dossier_id and next.position > coalesce(here.position, 0)
  order by next.position
  limit 1
$$;
comment on function public.get_next_step_for_dossier(uuid)
  is 'The step (id in steps) that comes after the dossier''s current one; null at the end.';

create function public.are_step_documents_complete(p_step_instance_id uuid) returns boolean
language sql stable set search_path = ''
as $$
  with required as (
    select r.document_type_id
    from public.step_instances si
    join public.dossiers d on d.id = si.dossier_id
    join public.product_steps ps on ps.product_id = d.product_id and ps.step_id = si.step_id
    join public.step_document_requirements r on r.product_step_id = ps.id and r.is_required
    where si.id = p_step_instance_id
  )
  select exists (select from public.step_instances where id = p_step_instance_id)
    and not exists (
      select from required r where not exists (
        select from public.documents doc
        join public.step_instances si on si.id = p_step_instance_id and si.dossier_id = doc.dossier_id
        where doc.document_type_id = r.document_type_id and doc.status = 'APPROVED'
      )
    )
    and not exists (
      select from public.documents doc
      where doc.step_instance_id = p_step_instance_id and doc.status <> 'APPROVED'
        and (doc.status <> 'MISSING' or doc.document_type_id in (select document_type_id from required))
    )
$$;
comment on function public.are_step_documents_complete(uuid)
  is 'Whether all that a step asks for is approved, and nothing in it waits or was rejected.';

create function partners_vrai.move_dossier(
  p_dossier_id uuid, p_to public.dossier_status_code, p_change_id uuid, p_comment text, p_at timestamptz
) returns void
language sql security definer set search_path = ''
as $$
  update public.dossiers
  set status = p_to, status_change_id = p_change_id, status_changed_at = p_at, status_comment = p_comment
  where id = p_dossier_id
$$;
comment on function partners_vrai.move_dossier(uuid, public.dossier_status_code, uuid, text, timestamptz)
  is 'Sets a status; the event is written by the trigger, with the id of the change.';

create function partners_vrai.follow_documents(
  p_dossier_id uuid, p_to public.dossier_status_code, p_change_id uuid, p_at timestamptz
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_from public.dossier_status_code := (select status from public.dossiers where id = p_dossier_id);
begin
  if v_from <> 'ON_HOLD' and p_to in (select public.allowed_dossier_transitions(v_from)) then
    perform partners_vrai.move_dossier(p_dossier_id, p_to, p_change_id, null, p_at);
  end if;
end
$$;
comment on function partners_vrai.follow_documents(uuid, public.dossier_status_code, uuid, timestamptz)
  is 'Moves a dossier by what happened to its documents, where that is allowed; never one that is on hold.';
