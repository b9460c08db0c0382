-- Correcting a counter.

create function public.correct_usage(
  p_usage_id uuid, p_seen_interviews integer, p_seen_cover_letters integer, p_interviews integer, p_cover_letters integer,
  p_reason text, p_correction_id uuid default gen_random_uuid(), p_corrected_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_permission('usage');
  v_at timestamptz := resumepilot.decided_at(p_corrected_at);
  v_reason text := resumepilot.reason_of(p_reason);
  v_usage public.usage_tracking;
begin
  select * into v_usage from public.usage_tracking where id = p_usage_id for no key update;
  if v_usage.id is null then
    perform resumepilot.refuse('p_usage_id', 'usage.gone', 'This month is not kept any more. Nothing is left to correct.');
  elsif p_interviews is null or p_interviews < 0 then
    perform resumepilot.refuse('p_interviews', 'usage.count_invalid', 'Enter a whole number, zero or more.');
  elsif p_cover_letters is null or p_cover_letters < 0 then
    perform resumepilot.refuse('p_cover_letters', 'usage.count_invalid', 'Enter a whole number, zero or more.');
  elsif (coalesce(v_usage.interviews_used, 0), coalesce(v_usage.cover_letters_used, 0))
    <> (coalesce(p_seen_interviews, 0), coalesce(p_seen_cover_letters, 0)) then
    perform resumepilot.lost('usage.counted', 'The counter has moved meanwhile. Look at it and decide again.',
      jsonb_build_object('month', v_usage.month),
      jsonb_build_object('interviews_used', v_usage.interviews_used, 'cover_letters_used', v_usage.cover_letters_used,
        'updated_at', v_usage.updated_at),
      jsonb_build_object('p_seen_interviews', v_usage.interviews_used, 'p_seen_cover_letters', v_usage.cover_letters_used));
  elsif (p_interviews, p_cover_letters) = (coalesce(v_usage.interviews_used, 0), coalesce(v_usage.cover_letters_used, 0)) then
    perform resumepilot.refuse('p_interviews', 'usage.unchanged', 'The counter shows this already. Nothing would change.');
  end if;

  update public.usage_tracking set interviews_used = p_interviews, cover_letters_used = p_cover_letters where id = p_usage_id;
  perform resumepilot.write_event(p_correction_id, 'usage.corrected', v_usage.user_id, 'usage_tracking', p_usage_id,
    jsonb_build_object('month', v_usage.month, 'reason', v_reason,
      'from', jsonb_build_object('interviews_used', v_usage.interviews_used, 'cover_letters_used', v_usage.cover_letters_used),
      'to', jsonb_build_object('interviews_used', p_interviews, 'cover_letters_used', p_cover_letters)), v_at);
  return jsonb_build_object('correction_id', p_correction_id, 'corrected_by', v_staff);
end
$$;
comment on function public.correct_usage(uuid, integer, integer, integer, integer, text, uuid, timestamptz)
  is 'Sets what somebody has used in a month to what it should be, on the counts that were seen.';
