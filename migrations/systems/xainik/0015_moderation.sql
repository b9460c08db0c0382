-- Moderation: approve, hide with a reason, restore. One rule for three tables.

create function xainik.moderate(
  p_table text, p_kind text, p_id uuid, p_status public.moderation_status, p_from_status public.moderation_status,
  p_content_version integer, p_reason text, p_moderation_id uuid, p_moderated_at timestamptz
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('content.moderate');
  v_at timestamptz := xainik.decided_at(p_moderated_at);
  v_reason text := xainik.text_of(p_reason, 'p_reason', 2000);
  v_row jsonb;
  v_moderator text;
  v_about jsonb;
begin
  if p_status is null or p_status = 'pending' then
    perform xainik.refuse('p_status', 'moderation.status_required', 'Choose: approve or hide.');
  elsif p_status = 'hidden' and v_reason is null then
    perform xainik.refuse('p_reason', 'moderation.reason_required', 'Write why: the author is told when something is hidden.');
  end if;

  -- The table is one of three that this system's own functions name.
  execute format('select to_jsonb(t) from public.%I t where id = $1 for no key update', p_table) into v_row using p_id;
  if v_row is null then
    perform xainik.refuse(format('p_%s_id', p_kind), 'moderation.gone', 'It has been deleted meanwhile. Nothing is left to decide.');
  end if;
  v_moderator := (select full_name from public.users where id = (v_row ->> 'moderated_by')::uuid);
  if (v_row ->> 'content_version')::integer is distinct from p_content_version then
    perform xainik.lost('moderation.edited', 'The author has edited it since you read it. Read it again and decide again.',
      '{}', jsonb_build_object('status', v_row ->> 'moderation_status', 'content_version', v_row -> 'content_version',
        'updated_at', v_row ->> 'updated_at'),
      jsonb_build_object('p_content_version', v_row -> 'content_version', 'p_from_status', v_row ->> 'moderation_status'));
  elsif v_row ->> 'moderation_status' is distinct from p_from_status::text then
    perform xainik.lost('moderation.already_decided',
      format('%s has decided meanwhile: it is %s now.', coalesce(v_moderator, 'Somebody'), v_row ->> 'moderation_status'),
      jsonb_build_object('moderator', coalesce(v_moderator, '—')),
      jsonb_build_object('status', v_row ->> 'moderation_status', 'moderator', v_moderator,
        'reason', v_row ->> 'moderation_reason', 'moderated_at', v_row ->> 'moderated_at'),
      case when v_row ->> 'moderation_status' <> p_status::text
        then jsonb_build_object('p_from_status', v_row ->> 'moderation_status') end);
  elsif p_status = p_from_status then
    perform xainik.refuse('p_status', 'moderation.unchanged', 'It is so already. Nothing would change.');
  end if;

  execute format('update public.%I set moderation_status = $2, moderation_reason = $3, moderation_id = $4,
    moderated_by = $5, moderated_at = $6 where id = $1', p_table)
    using p_id, p_status, case when p_status = 'hidden' then v_reason end, p_moderation_id, v_staff, v_at;
  v_about := jsonb_build_object('from', p_from_status, 'to', p_status, 'reason', v_reason, 'content_version', p_content_version);
  perform xainik.write_activity(p_moderation_id, p_kind || '.moderated', (v_row ->> 'user_id')::uuid, p_table, p_id,
    v_about, v_at);
  -- A hidden endorsement is told to who wrote it; approved ones, to whom they are about.
  perform xainik.notify(p_moderation_id,
    coalesce(case when p_status = 'hidden' then (v_row ->> 'endorser_user_id')::uuid end, (v_row ->> 'user_id')::uuid),
    p_kind || '.' || case when p_from_status = 'hidden' then 'restored' else p_status::text end,
    jsonb_build_object('id', p_id, 'title', v_row ->> 'title', 'reason', v_reason), v_at);
  return jsonb_build_object('moderation_id', p_moderation_id, 'status', p_status);
end
$$;
comment on function xainik.moderate(
  text, text, uuid, public.moderation_status, public.moderation_status, integer, text, uuid, timestamptz
) is 'Approves, hides or restores a row of a table that is moderated, on the text that was read.';

create function public.moderate_pitch(
  p_pitch_id uuid, p_status public.moderation_status, p_from_status public.moderation_status,
  p_content_version integer, p_reason text default null, p_moderation_id uuid default gen_random_uuid(),
  p_moderated_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select xainik.moderate('pitches', 'pitch', p_pitch_id, p_status, p_from_status, p_content_version, p_reason,
    p_moderation_id, p_moderated_at)
$$;
comment on function public.moderate_pitch(
  uuid, public.moderation_status, public.moderation_status, integer, text, uuid, timestamptz
) is 'Approves a pitch, hides it with a reason, or restores it, and tells the veteran.';

create function public.moderate_endorsement(
  p_endorsement_id uuid, p_status public.moderation_status, p_from_status public.moderation_status,
  p_content_version integer, p_reason text default null, p_moderation_id uuid default gen_random_uuid(),
  p_moderated_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select xainik.moderate('endorsements', 'endorsement', p_endorsement_id, p_status, p_from_status, p_content_version,
    p_reason, p_moderation_id, p_moderated_at)
$$;
comment on function public.moderate_endorsement(
  uuid, public.moderation_status, public.moderation_status, integer, text, uuid, timestamptz
) is 'Approves an endorsement, hides it with a reason, or restores it, and tells whom it concerns.';

create function public.moderate_shared_pitch(
  p_shared_pitch_id uuid, p_status public.moderation_status, p_from_status public.moderation_status,
  p_content_version integer, p_reason text default null, p_moderation_id uuid default gen_random_uuid(),
  p_moderated_at timestamptz default now()
) returns jsonb
language sql security definer set search_path = ''
as $$
  select xainik.moderate('shared_pitches', 'shared_pitch', p_shared_pitch_id, p_status, p_from_status, p_content_version,
    p_reason, p_moderation_id, p_moderated_at)
$$;
comment on function public.moderate_shared_pitch(
  uuid, public.moderation_status, public.moderation_status, integer, text, uuid, timestamptz
) is 'Approves a shared link, hides it with a reason (it then leads nowhere), or restores it, and tells its maker.';

select xainik.record_migration('0015_moderation', 'Moderation of pitches, endorsements and shared links.');
