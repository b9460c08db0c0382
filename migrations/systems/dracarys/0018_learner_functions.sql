-- What admins put right for a learner: achievements, XP, the streak.

create function public.grant_achievement(
  p_user_id uuid, p_achievement_id uuid, p_reason text, p_grant_id uuid default gen_random_uuid(),
  p_granted_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_reason text := dracarys.reason_of(p_reason);
  v_at timestamptz := dracarys.decided_at(p_granted_at);
  v_title text;
  v_held public.user_achievements;
begin
  -- The person's row is held: two grants at once do not both find that nothing is there.
  perform from public.user_profiles where id = p_user_id for no key update;
  if not found then
    perform dracarys.refuse('p_user_id', 'learner.unknown', 'This person does not exist.');
  end if;
  select title into v_title from public.achievements where id = p_achievement_id and is_active;
  if v_title is null then
    perform dracarys.refuse('p_achievement_id', 'award.unknown', 'Choose an achievement that can still be unlocked.');
  end if;
  select * into v_held from public.user_achievements where user_id = p_user_id and achievement_id = p_achievement_id;
  if v_held.id is not null then
    perform dracarys.lost('award.held', format('%s has "%s" already.', dracarys.name_of(p_user_id), v_title),
      jsonb_build_object('person', dracarys.name_of(p_user_id), 'achievement', v_title),
      jsonb_build_object('unlocked_at', v_held.unlocked_at), null);
  end if;
  insert into public.user_achievements (id, user_id, achievement_id, unlocked_at, metadata)
    values (p_grant_id, p_user_id, p_achievement_id, v_at, jsonb_build_object('reason', v_reason, 'granted_by', v_staff));
  perform dracarys.write_activity(dracarys.derived_id(p_grant_id, 'granted'), 'achievement.granted', 'user_achievements', p_grant_id,
    jsonb_build_object('person', p_user_id, 'achievement', v_title, 'reason', v_reason), v_at);
  return jsonb_build_object('user_achievement_id', p_grant_id);
end
$$;
comment on function public.grant_achievement(uuid, uuid, text, uuid, timestamptz)
  is 'Unlocks an achievement for somebody, with the XP that it brings.';

create function public.revoke_achievement(
  p_user_achievement_id uuid, p_reason text, p_revoke_id uuid default gen_random_uuid(), p_revoked_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_reason text := dracarys.reason_of(p_reason);
  v_held public.user_achievements;
begin
  delete from public.user_achievements where id = p_user_achievement_id returning * into v_held;
  if v_held.id is null then
    perform dracarys.refuse('p_user_achievement_id', 'award.gone', 'Somebody else has taken this achievement back meanwhile.');
  end if;
  perform dracarys.write_activity(p_revoke_id, 'achievement.revoked', 'user_achievements', p_user_achievement_id,
    jsonb_build_object('person', v_held.user_id, 'achievement', (select title from public.achievements where id = v_held.achievement_id),
      'unlocked_at', v_held.unlocked_at, 'xp', v_held.metadata -> 'xp', 'reason', v_reason), dracarys.decided_at(p_revoked_at));
  return jsonb_build_object('user_achievement_id', p_user_achievement_id, 'revoked_by', v_staff);
end
$$;
comment on function public.revoke_achievement(uuid, text, uuid, timestamptz)
  is 'Takes an achievement back, with its XP. The log keeps that it was there.';

create function public.correct_xp(
  p_user_id uuid, p_from_xp integer, p_to_xp integer, p_reason text, p_correction_id uuid default gen_random_uuid(),
  p_corrected_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_reason text := dracarys.reason_of(p_reason);
  v_person public.user_profiles;
begin
  select * into v_person from public.user_profiles where id = p_user_id for no key update;
  if v_person.id is null then
    perform dracarys.refuse('p_user_id', 'learner.unknown', 'This person does not exist.');
  elsif p_to_xp is null or p_to_xp not between 0 and 10000000 then
    perform dracarys.refuse('p_to_xp', 'xp.out_of_range', 'Enter XP from 0 to 10 000 000.');
  elsif v_person.total_xp is distinct from p_from_xp then
    perform dracarys.lost('xp.changed', format('%s has %s XP by now. Look at it and decide again.', dracarys.name_of(p_user_id), v_person.total_xp),
      jsonb_build_object('person', dracarys.name_of(p_user_id), 'xp', v_person.total_xp),
      jsonb_build_object('total_xp', v_person.total_xp, 'current_level', v_person.current_level),
      case when v_person.total_xp <> p_to_xp then jsonb_build_object('p_from_xp', v_person.total_xp) end);
  elsif p_to_xp = p_from_xp then
    perform dracarys.refuse('p_to_xp', 'xp.unchanged', 'It is so already. Nothing would change.');
  end if;
  perform dracarys.add_xp(p_user_id, p_to_xp - p_from_xp);
  perform dracarys.write_activity(p_correction_id, 'xp.corrected', 'user_profiles', p_user_id,
    jsonb_build_object('from', p_from_xp, 'to', p_to_xp, 'reason', v_reason), dracarys.decided_at(p_corrected_at));
  return jsonb_build_object('user_id', p_user_id, 'total_xp', p_to_xp, 'level', public.calculate_user_level(p_to_xp), 'corrected_by', v_staff);
end
$$;
comment on function public.correct_xp(uuid, integer, integer, text, uuid, timestamptz)
  is 'Sets somebody''s XP and the level that they give. The leaderboard stays: it counts completed lessons.';

create function public.correct_streak(
  p_user_id uuid, p_from_streak integer, p_to_streak integer, p_reason text, p_correction_id uuid default gen_random_uuid(),
  p_corrected_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_reason text := dracarys.reason_of(p_reason);
  v_at timestamptz := dracarys.decided_at(p_corrected_at);
  v_streak public.user_streaks;
begin
  select * into v_streak from public.user_streaks where user_id = p_user_id for no key update;
  if v_streak.id is null then
    perform dracarys.refuse('p_user_id', 'streak.none', 'This person has not begun a streak yet.');
  elsif p_to_streak is null or p_to_streak not between 0 and 10000 then
    perform dracarys.refuse('p_to_streak', 'streak.out_of_range', 'Enter a number of days from 0 to 10 000.');
  elsif v_streak.current_streak is distinct from p_from_streak then
    perform dracarys.lost('streak.changed', format('The streak of %s is %s days by now. Look at it and decide again.',
        dracarys.name_of(p_user_id), v_streak.current_streak),
      jsonb_build_object('person', dracarys.name_of(p_user_id), 'days', v_streak.current_streak),
      jsonb_build_object('current_streak', v_streak.current_streak, 'last_activity_date', v_streak.last_activity_date),
      case when v_streak.current_streak <> p_to_streak then jsonb_build_object('p_from_streak', v_streak.current_streak) end);
  elsif p_to_streak = p_from_streak then
    perform dracarys.refuse('p_to_streak', 'streak.unchanged', 'It is so already. Nothing would change.');
  end if;
  update public.user_streaks set current_streak = p_to_streak, longest_streak = greatest(longest_streak, p_to_streak),
    last_streak_reset = case when p_to_streak = 0 then v_at else last_streak_reset end where id = v_streak.id;
  perform dracarys.write_activity(p_correction_id, 'streak.corrected', 'user_streaks', v_streak.id,
    jsonb_build_object('person', p_user_id, 'from', p_from_streak, 'to', p_to_streak, 'reason', v_reason), v_at);
  return jsonb_build_object('user_id', p_user_id, 'current_streak', p_to_streak, 'corrected_by', v_staff);
end
$$;
comment on function public.correct_streak(uuid, integer, integer, text, uuid, timestamptz)
  is 'Sets how many days a streak has. The longest one grows with it, and never shrinks.';
