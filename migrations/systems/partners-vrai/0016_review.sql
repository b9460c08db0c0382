-- The review of a document: the decision that most of the staff's day is made of.

create function public.review_document(
  p_document_id uuid, p_version_id uuid, p_status public.review_status, p_comment text default null,
  p_replaces_review_id uuid default null, p_review_id uuid default gen_random_uuid(),
  p_decided_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_reviewer uuid := partners_vrai.require_staff();
  v_at timestamptz := partners_vrai.decided_at(p_decided_at);
  v_comment text := nullif(btrim(p_comment, E' \t\r\n'), '');
  v_document public.documents;
  v_dossier public.dossiers;
  v_label text;
  v_event uuid := partners_vrai.derived_id(p_review_id, 'reviewed');
  v_status public.dossier_status_code;
begin
  if p_status is null then
    perform partners_vrai.refuse('p_status', 'review.status_required', 'Choose: approve or reject.');
  elsif p_status = 'REJECTED' and v_comment is null then
    perform partners_vrai.refuse('p_comment', 'review.comment_required',
      'Write what is wrong: the client is told when a document is rejected.');
  elsif char_length(v_comment) > 4000 then
    perform partners_vrai.refuse('p_comment', 'review.comment_too_long',
      format('The comment has %s characters; at most 4000 are allowed. Shorten it.', char_length(v_comment)),
      jsonb_build_object('length', char_length(v_comment), 'max', 4000));
  end if;

  -- Dossier first, then document, as uploads do: two reviews of one dossier run one after the other, and the later
  -- one sees whether the step is complete.
  select o.* into v_dossier from public.dossiers o join public.documents d on d.dossier_id = o.id
    where d.id = p_document_id for no key update of o;
  select * into v_document from public.documents where id = p_document_id for no key update;
  if v_document.id is null then
    perform partners_vrai.refuse('p_document_id', 'review.document_unknown',
      'This document does not exist any more. Nothing is left to decide.');
  end if;
  perform partners_vrai.check_review(v_document, p_version_id, p_replaces_review_id);

  v_label := (select label from public.document_types where id = v_document.document_type_id);
  insert into public.document_reviews
    (id, document_id, document_version_id, reviewer_id, status, comment, replaces_review_id, reviewed_at)
  values (p_review_id, v_document.id, p_version_id, v_reviewer, p_status, v_comment, p_replaces_review_id, v_at);
  update public.documents set status = p_status::text::public.document_status, waiting_since = null
    where id = v_document.id;
  perform partners_vrai.write_event(v_event, 'DOCUMENT_REVIEWED', 'documents', v_document.id, v_dossier.id,
    v_dossier.user_id, jsonb_build_object('review_id', p_review_id, 'version_id', p_version_id, 'version',
      (select version from public.document_versions where id = p_version_id),
      'document', v_label, 'status', p_status, 'comment', v_comment), v_at);
  perform partners_vrai.notify_client(p_review_id, v_event, v_dossier.id, v_dossier.user_id,
    'document.' || lower(p_status::text),
    jsonb_build_object('document', v_label, 'dossier', v_dossier.reference, 'comment', v_comment), v_at);

  if p_status = 'REJECTED' then
    v_status := case when v_dossier.status = 'UNDER_REVIEW' then 'CORRECTIONS_REQUESTED' end;
  elsif v_document.step_instance_id = v_dossier.current_step_instance_id and v_dossier.status <> 'CANCELLED'
    and public.are_step_documents_complete(v_document.step_instance_id)
    and exists (select from public.step_instances where id = v_document.step_instance_id and completed_at is null)
  then
    v_status := partners_vrai.complete_step(v_dossier.id, p_review_id, v_at);
  end if;
  if v_status is not null then
    perform partners_vrai.follow_documents(v_dossier.id, v_status, partners_vrai.derived_id(p_review_id, 'status'), v_at);
  end if;
  return jsonb_build_object('review_id', p_review_id, 'document_status', p_status, 'dossier_status',
    (select status from public.dossiers where id = v_dossier.id));
end
$$;
comment on function public.review_document(uuid, uuid, public.review_status, text, uuid, uuid, timestamptz)
  is 'Approves or rejects the current version of a document, tells the client, and moves the dossier on.';
