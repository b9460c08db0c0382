-- Completing a step and entering the next, and what an upload sets going.

create function partners_vrai.complete_step(p_dossier_id uuid, p_cause uuid, p_at timestamptz)
returns public.dossier_status_code
language plpgsql security definer set search_path = ''
as $$
declare
  v_dossier public.dossiers;
  v_here public.step_instances;
  v_actor public.actor_type := partners_vrai.caller_type();
  v_next_step uuid := public.get_next_step_for_dossier(p_dossier_id);
  v_next_instance uuid;
begin
  select * into v_dossier from public.dossiers where id = p_dossier_id;
  update public.step_instances
  set completed_at = p_at, started_at = coalesce(started_at, p_at), completed_by_type = v_actor,
    completed_by_id = case when v_actor <> 'SYSTEM' then auth.uid() end
  where id = v_dossier.current_step_instance_id and completed_at is null
  returning * into v_here;
  if v_here.id is not null then
    perform partners_vrai.write_event(partners_vrai.derived_id(p_cause, 'step'), 'STEP_COMPLETED', 'step_instances',
      v_here.id, p_dossier_id, v_dossier.user_id,
      jsonb_build_object('step', (select label from public.steps where id = v_here.step_id)), p_at);
  end if;
  if v_next_step is null then
    return null;
  end if;

  insert into public.step_instances (id, dossier_id, step_id, started_at, created_at)
  values (partners_vrai.derived_id(p_dossier_id, v_next_step::text), p_dossier_id, v_next_step, p_at, p_at)
  on conflict (dossier_id, step_id) do update set started_at = coalesce(step_instances.started_at, p_at)
  returning id into v_next_instance;
  update public.dossiers set current_step_instance_id = v_next_instance where id = p_dossier_id;
  return (select dossier_status from public.product_steps
    where product_id = v_dossier.product_id and step_id = v_next_step);
end
$$;
comment on function partners_vrai.complete_step(uuid, uuid, timestamptz)
  is 'Ends the current step and enters the next; answers the status that the next one asks for, null at the end.';

create function partners_vrai.number_document_version() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  -- Dossier first, then document: everyone locks in this order, so that no two wait for each other.
  perform from public.dossiers o join public.documents d on d.dossier_id = o.id
    where d.id = new.document_id for no key update of o;
  perform from public.documents where id = new.document_id for no key update;
  new.version := coalesce(new.version,
    (select coalesce(max(version), 0) + 1 from public.document_versions where document_id = new.document_id));
  return new;
end
$$;
comment on function partners_vrai.number_document_version() is 'Counts the versions of a document.';

create trigger document_versions_number before insert on public.document_versions
  for each row execute function partners_vrai.number_document_version();

create function partners_vrai.document_upload_event() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_document public.documents;
  v_dossier public.dossiers;
begin
  select * into v_document from public.documents where id = new.document_id;
  select * into v_dossier from public.dossiers where id = v_document.dossier_id;
  update public.documents set current_version_id = new.id, status = 'PENDING', waiting_since = new.uploaded_at
  where id = new.document_id
    and not exists (select from public.document_versions where document_id = new.document_id and version > new.version);

  insert into public.events
    (id, event_type, entity_type, entity_id, dossier_id, user_id, actor_type, actor_id, payload, created_at)
  values (partners_vrai.derived_id(new.id, 'uploaded'), 'DOCUMENT_UPLOADED', 'documents', new.document_id,
    v_dossier.id, v_dossier.user_id, new.uploaded_by_type, new.uploaded_by_id,
    jsonb_build_object('version_id', new.id, 'version', new.version, 'document',
      (select label from public.document_types where id = v_document.document_type_id)),
    new.uploaded_at);

  if v_dossier.status in ('AWAITING_DOCUMENTS', 'CORRECTIONS_REQUESTED') and not exists (
    select from public.documents
    where dossier_id = v_dossier.id and step_instance_id is not distinct from v_document.step_instance_id
      and status in ('MISSING', 'REJECTED')
  ) then
    perform partners_vrai.follow_documents(v_dossier.id, 'UNDER_REVIEW',
      partners_vrai.derived_id(new.id, 'status'), new.uploaded_at);
  end if;
  return null;
end
$$;
comment on function partners_vrai.document_upload_event()
  is 'Makes an uploaded version the current one, puts it into the review queue and writes the event.';

create trigger document_versions_uploaded_event after insert on public.document_versions
  for each row execute function partners_vrai.document_upload_event();
