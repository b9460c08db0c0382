-- What a completed lesson earns: XP, a level, a day of the streak, and a place on the leaderboard.

create function public.calculate_user_level(total_xp integer) returns integer
language sql immutable set search_path = ''
as $$
  -- The rounded logarithm to base 2, by counting binary digits: a logarithm could fall short of a whole number.
  select char_length(ltrim(greatest(total_xp / 1000 + 1, 2)::bit(32)::text, '0')) - 1
$$;
comment on function public.calculate_user_level(integer)
  is 'The level for a sum of XP: each needs twice as many as the one before, 1000, 2000, 4000 and so on.';

create function dracarys.add_xp(p_user_id uuid, p_xp integer) returns void
language sql security definer set search_path = ''
as $$
  update public.user_profiles set total_xp = coalesce(total_xp, 0) + p_xp,
    current_level = public.calculate_user_level(coalesce(total_xp, 0) + p_xp)
  where id = p_user_id and p_xp <> 0
$$;
comment on function dracarys.add_xp(uuid, integer) is 'Adds XP to a person''s sum, or takes some away, and sets the level.';

create function dracarys.extend_streak(p_user_id uuid, p_at timestamptz) returns integer
language sql security definer set search_path = '' set timezone = 'UTC'
as $$
  insert into public.user_streaks as s
    (id, user_id, current_streak, longest_streak, last_activity_date, last_streak_reset, created_at)
  values (dracarys.derived_id(p_user_id, 'streak'), p_user_id, 1, 1, p_at::date, p_at, p_at)
  on conflict (user_id) do update set
    current_streak = case
      when excluded.last_activity_date <= s.last_activity_date then s.current_streak
      when excluded.last_activity_date = s.last_activity_date + 1 then s.current_streak + 1
      else 1 end,
    longest_streak = greatest(s.longest_streak, case
      when excluded.last_activity_date = s.last_activity_date + 1 then s.current_streak + 1 else 1 end),
    last_streak_reset = case
      when excluded.last_activity_date <= s.last_activity_date + 1 then s.last_streak_reset else p_at end,
    last_activity_date = greatest(s.last_activity_date, excluded.last_activity_date)
  returning current_streak
$$;
comment on function dracarys.extend_streak(uuid, timestamptz)
  is 'Counts a day of activity: the next day extends the streak, a later one begins it anew, an earlier one changes nothing.';

create function dracarys.complete_progress() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_lesson public.lessons;
begin
  if tg_op = 'INSERT' then
    select * into v_lesson from public.lessons where level_id = new.level_id and gate_id = new.gate_id;
    -- A lesson earns once, at its own gate.
    if new.lesson_id is distinct from v_lesson.id and new.lesson_id is not null then
      perform dracarys.refuse('lesson_id', 'progress.other_gate', 'This lesson belongs to another gate.');
    end if;
    new.lesson_id := v_lesson.id;
  end if;
  if not coalesce(new.completed, false) then
    new.completed_at := null;
    new.xp_earned := 0;
  elsif tg_op = 'INSERT' or not coalesce(old.completed, false) then
    new.completed_at := coalesce(new.completed_at, now());
    if coalesce(new.xp_earned, 0) = 0 then
      new.xp_earned := coalesce((select xp_reward from public.lessons where id = new.lesson_id), 0);
    end if;
  end if;
  return new;
end
$$;
comment on function dracarys.complete_progress() is 'Fills in when a lesson was completed, and what it earned.';

create trigger user_progress_complete before insert or update on public.user_progress
  for each row execute function dracarys.complete_progress();

create function dracarys.count_completion(p_user_id uuid, p_at timestamptz, p_xp integer, p_lessons integer, p_streak integer)
returns void
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_start constant date := date_trunc('week', p_at)::date;
begin
  -- What is taken back has been counted, unless the person is being deleted with all their rows.
  if p_lessons <= 0 then
    update public.leaderboard set xp_points = xp_points + p_xp, lessons_completed = lessons_completed + p_lessons
      where user_id = p_user_id and period = 'weekly' and period_start_date = v_start;
    return;
  end if;
  insert into public.leaderboard as l
    (id, user_id, period, xp_points, lessons_completed, streak_days, period_start_date, period_end_date)
  values (dracarys.derived_id(p_user_id, 'weekly ' || v_start), p_user_id, 'weekly', p_xp, p_lessons, p_streak, v_start, v_start + 6)
  on conflict (user_id, period, period_start_date) do update set xp_points = l.xp_points + excluded.xp_points,
    lessons_completed = l.lessons_completed + excluded.lessons_completed, streak_days = excluded.streak_days;
end
$$;
comment on function dracarys.count_completion(uuid, timestamptz, integer, integer, integer)
  is 'Adds a completion to its week on the leaderboard, or takes one back.';

-- The document's trigger adds the XP whenever a row that is completed is written, so that a later correction of the score
-- counts the lesson again. Here the leaderboard is at any time the sum of the completed rows: what stood before is taken
-- back and what stands now is added. Single statements do it, which wait for each other at the row: nothing is lost when
-- two come at once. The order is always profile, streak, leaderboard.
create function public.update_leaderboard() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_before constant boolean := tg_op <> 'INSERT' and coalesce(old.completed, false);
  v_now constant boolean := tg_op <> 'DELETE' and coalesce(new.completed, false);
  v_streak integer;
begin
  if tg_op = 'UPDATE' and v_before and v_now and (old.user_id, old.xp_earned, old.completed_at)
    is not distinct from (new.user_id, new.xp_earned, new.completed_at) then
    return null;
  end if;
  if v_before then
    perform dracarys.add_xp(old.user_id, -coalesce(old.xp_earned, 0));
  end if;
  if v_now then
    perform dracarys.add_xp(new.user_id, coalesce(new.xp_earned, 0));
    v_streak := dracarys.extend_streak(new.user_id, new.completed_at);
  end if;
  if v_before then
    perform dracarys.count_completion(old.user_id, old.completed_at, -coalesce(old.xp_earned, 0), -1, null);
  end if;
  if v_now then
    perform dracarys.count_completion(new.user_id, new.completed_at, coalesce(new.xp_earned, 0), 1, v_streak);
    perform dracarys.note_activity(new.user_id, 'lesson_complete', 'lessons', new.lesson_id, new.id,
      jsonb_build_object('level', new.level_id, 'gate', new.gate_id, 'xp', new.xp_earned), new.completed_at);
  end if;
  return null;
end
$$;
comment on function public.update_leaderboard() is 'Counts each completed lesson once: in the person''s XP, level and streak, and in its week.';

create trigger trigger_update_leaderboard after insert or update or delete on public.user_progress
  for each row execute function public.update_leaderboard();

create function public.rank_leaderboard(p_period text, p_start date) returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_ranked integer;
begin
  with places as (
    select id, rank() over (order by xp_points desc) as place,
      round((100 * percent_rank() over (order by xp_points))::numeric, 2) as above
    from public.leaderboard where period = p_period and period_start_date = p_start
  )
  update public.leaderboard l set rank = p.place, percentile = p.above
    from places p where p.id = l.id and (l.rank, l.percentile) is distinct from (p.place::integer, p.above);
  get diagnostics v_ranked = row_count;
  return v_ranked;
end
$$;
comment on function public.rank_leaderboard(text, date)
  is 'Gives everybody their place in a period; the product runs it. Answers how many places changed.';

-- An achievement brings the XP that it is worth when it is unlocked; the row remembers how much.
create function dracarys.unlock_achievement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  new.metadata := coalesce(new.metadata, '{}') || jsonb_build_object('xp',
    coalesce((select xp_reward from public.achievements where id = new.achievement_id), 0));
  return new;
end
$$;
comment on function dracarys.unlock_achievement() is 'Writes down what an achievement is worth at the moment it is unlocked.';

create function dracarys.count_achievement() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if tg_op = 'DELETE' then
    perform dracarys.add_xp(old.user_id, -coalesce((old.metadata ->> 'xp')::integer, 0));
  else
    perform dracarys.add_xp(new.user_id, coalesce((new.metadata ->> 'xp')::integer, 0));
    perform dracarys.note_activity(new.user_id, 'achievement_gain', 'achievements', new.achievement_id, new.id,
      new.metadata, coalesce(new.unlocked_at, now()));
  end if;
  return null;
end
$$;
comment on function dracarys.count_achievement() is 'Adds an achievement''s XP to the person''s, or takes it back.';

create trigger user_achievements_unlock before insert on public.user_achievements
  for each row execute function dracarys.unlock_achievement();
create trigger user_achievements_count after insert or delete on public.user_achievements
  for each row execute function dracarys.count_achievement();

-- The document's views, with the caller's rights: a view with its owner's would show everybody's progress to everybody.
create view public.user_learning_stats with (security_invoker = true) as
select p.user_id, count(*) as completed_lessons, sum(p.xp_earned) as total_xp, max(p.completed_at) as last_activity
from public.user_progress p
where p.completed
group by p.user_id;
comment on view public.user_learning_stats is 'What each learner has completed, and what it earned.';

create view public.lesson_popularity with (security_invoker = true) as
select l.id, l.title, count(p.id) as completions, avg(p.score) as avg_score,
  rank() over (order by count(p.id) desc) as popularity_rank
from public.lessons l
left join public.user_progress p on p.lesson_id = l.id and p.completed
where l.is_active
group by l.id, l.title;
comment on view public.lesson_popularity is 'How often each published lesson was completed, and with which score on average.';
revoke all on public.user_learning_stats, public.lesson_popularity from public, anon, authenticated;
grant select on public.user_learning_stats, public.lesson_popularity to authenticated, service_role;
