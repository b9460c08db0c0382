-- The activity log: written by functions and triggers, changed by no one. What people edit is looked at again.

create function xainik.refuse_change() returns trigger
language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = '42501',
    message = 'The activity log is a record of what happened: it can''t be changed or deleted.',
    detail = '{"code": "activity.immutable", "params": {}}';
end
$$;

create trigger user_activity_log_immutable before update or delete on public.user_activity_log
  for each row execute function xainik.refuse_change();
create trigger user_activity_log_not_truncated before truncate on public.user_activity_log
  for each statement execute function xainik.refuse_change();

create function xainik.write_activity(
  p_id uuid, p_type text, p_user_id uuid, p_entity_type text, p_entity_id uuid, p_details jsonb, p_at timestamptz
) returns void
language sql security definer set search_path = ''
as $$
  insert into public.user_activity_log
    (id, activity_type, user_id, actor_user_id, entity_type, entity_id, details, created_at)
  values (p_id, p_type, p_user_id, auth.uid(), p_entity_type, p_entity_id, jsonb_strip_nulls(p_details), p_at)
$$;
comment on function xainik.write_activity(uuid, text, uuid, text, uuid, jsonb, timestamptz)
  is 'Writes down what the caller has done.';

create function xainik.notify(p_cause uuid, p_user_id uuid, p_kind text, p_data jsonb, p_at timestamptz) returns void
language sql security definer set search_path = ''
as $$
  insert into public.notifications (id, user_id, kind, data, created_at)
  values (xainik.derived_id(p_cause, 'notification ' || p_user_id), p_user_id, p_kind, jsonb_strip_nulls(p_data), p_at)
$$;
comment on function xainik.notify(uuid, uuid, text, jsonb, timestamptz) is 'Tells somebody something inside the product.';

create function xainik.note_new_row() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  perform xainik.write_activity(xainik.derived_id(new.id, 'created'), tg_argv[0], new.user_id, tg_table_name::text, new.id,
    '{}', coalesce((to_jsonb(new) ->> 'created_at')::timestamptz, now()));
  return null;
end
$$;
comment on function xainik.note_new_row() is 'Writes the activity entry of a row that somebody has made.';

create trigger pitches_activity after insert on public.pitches
  for each row execute function xainik.note_new_row('pitch.created');
create trigger endorsements_activity after insert on public.endorsements
  for each row execute function xainik.note_new_row('endorsement.created');
create trigger referrals_activity after insert on public.referrals
  for each row execute function xainik.note_new_row('referral.created');
create trigger shared_pitches_activity after insert on public.shared_pitches
  for each row execute function xainik.note_new_row('link.created');
create trigger resume_requests_activity after insert on public.resume_requests
  for each row execute function xainik.note_new_row('request.created');
create trigger donations_activity after insert on public.donations
  for each row execute function xainik.note_new_row('donation.created');

create function xainik.look_again() returns trigger
language plpgsql set search_path = ''
as $$
declare
  v_column text;
begin
  foreach v_column in array tg_argv loop
    if to_jsonb(old) -> v_column is distinct from to_jsonb(new) -> v_column then
      new.content_version := old.content_version + 1;
      -- What was hidden stays hidden until somebody looks: an edit is no way out.
      if new.moderation_status = 'approved' then
        new.moderation_status := 'pending';
      end if;
      return new;
    end if;
  end loop;
  return new;
end
$$;
comment on function xainik.look_again() is 'Has content that its author has edited moderated again.';

create trigger pitches_look_again before update on public.pitches for each row
  execute function xainik.look_again('title', 'pitch_text', 'skills', 'location', 'linkedin_url', 'resume_url');
create trigger endorsements_look_again before update on public.endorsements for each row
  execute function xainik.look_again('relationship', 'endorsement_text');
create trigger shared_pitches_look_again before update on public.shared_pitches for each row
  execute function xainik.look_again('message');

create function public.open_shared_pitch(p_share_token text) returns jsonb
language plpgsql security definer set search_path = ''
as $$
declare
  v_link public.shared_pitches;
  v_pitch jsonb;
begin
  update public.shared_pitches set view_count = view_count + 1
    where share_token = p_share_token and is_active and moderation_status <> 'hidden'
      and coalesce(expires_at > now(), true) and public.is_public_pitch(pitch_id)
    returning * into v_link;
  if v_link.id is null then
    return null;
  end if;
  select to_jsonb(p) into v_pitch from public.public_pitches p where p.id = v_link.pitch_id;
  return jsonb_build_object('message', case when v_link.moderation_status = 'approved' then v_link.message end, 'pitch', v_pitch);
end
$$;
comment on function public.open_shared_pitch(text)
  is 'The pitch behind a link, for anybody who has the link; null when it leads nowhere. Counts the visit.';

select xainik.record_migration('0014_activity', 'The activity log, and edits that are moderated again.');
