-- What a review stands on: telling the client, and refusing to decide on what is no longer there.

create function partners_vrai.notify_client(
  p_cause uuid, p_event_id uuid, p_dossier_id uuid, p_user_id uuid, p_template text, p_params jsonb, p_at timestamptz
) returns uuid
language plpgsql security definer set search_path = ''
as $$
declare
  v_id uuid := partners_vrai.derived_id(p_cause, 'notification');
begin
  insert into public.notifications (id, user_id, event_id, dossier_id, template, params, created_at)
  values (v_id, p_user_id, p_event_id, p_dossier_id, p_template, jsonb_strip_nulls(p_params), p_at);
  insert into public.notification_deliveries (id, notification_id, channel, created_at)
  select partners_vrai.derived_id(p_cause, 'delivery ' || channel), v_id, channel, p_at
  from (select distinct unnest(notification_channels) as channel from public.profiles where id = p_user_id) wanted;
  return v_id;
end
$$;
comment on function partners_vrai.notify_client(uuid, uuid, uuid, uuid, text, jsonb, timestamptz)
  is 'Queues a notification and its deliveries, one for each way that the client wants.';

create function partners_vrai.check_review(
  p_document public.documents, p_version_id uuid, p_replaces_review_id uuid
) returns void
language plpgsql stable security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_given public.document_versions;
  v_current public.document_versions;
  v_last public.document_reviews;
  v_reviewer text;
begin
  select * into v_given from public.document_versions where id = p_version_id and document_id = p_document.id;
  if v_given.id is null then
    perform partners_vrai.refuse('p_version_id', 'review.version_unknown',
      'This document has no such version. Open the document again and decide on the version that it shows.');
  end if;
  select * into v_current from public.document_versions where id = p_document.current_version_id;
  select * into v_last from public.document_reviews r
    where r.document_version_id = v_current.id
      and not exists (select from public.document_reviews later where later.replaces_review_id = r.id)
    order by r.reviewed_at desc, r.id desc limit 1;
  v_reviewer := (select full_name from public.agents where id = v_last.reviewer_id);

  if v_given.id <> v_current.id then
    perform partners_vrai.lost('review.superseded',
      format('Version %s has been uploaded since you decided on version %s. Look at it and decide again.',
        v_current.version, v_given.version),
      jsonb_build_object('version', v_given.version, 'current_version', v_current.version),
      jsonb_build_object('version_id', v_current.id, 'version', v_current.version,
        'uploaded_at', v_current.uploaded_at, 'status', p_document.status, 'reviewer', v_reviewer),
      jsonb_strip_nulls(jsonb_build_object('p_version_id', v_current.id, 'p_replaces_review_id', v_last.id)));
  end if;
  if v_last.id is null and p_replaces_review_id is not null then
    perform partners_vrai.lost('review.nothing_to_replace',
      format('The decision that you wanted to replace was not about version %s. Decide again.', v_current.version),
      jsonb_build_object('version', v_current.version),
      jsonb_build_object('status', p_document.status, 'version_id', v_current.id, 'version', v_current.version),
      '{"p_replaces_review_id": null}');
  elsif v_last.id is distinct from p_replaces_review_id then
    perform partners_vrai.lost('review.already_decided',
      format('%s has already decided on version %s: %s. Keep that decision, or replace it with yours.',
        v_reviewer, v_current.version, lower(v_last.status::text)),
      jsonb_build_object('reviewer', v_reviewer, 'version', v_current.version),
      jsonb_build_object('status', v_last.status, 'reviewer', v_reviewer, 'comment', v_last.comment,
        'review_id', v_last.id, 'reviewed_at', v_last.reviewed_at, 'version_id', v_current.id,
        'version', v_current.version),
      jsonb_build_object('p_replaces_review_id', v_last.id));
  end if;
end
$$;
comment on function partners_vrai.check_review(public.documents, uuid, uuid)
  is 'Refuses a review of a version that is not the current one, and one that would silently replace another.';
