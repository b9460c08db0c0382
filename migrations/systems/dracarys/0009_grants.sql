-- Who may touch which columns at all; the policies then say which rows. A project grants everything to everyone by
-- default, so this starts from nothing. Decisions are not here: they go through functions that carry the rules.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'user_profiles', 'user_progress', 'lessons', 'achievements', 'user_achievements', 'leaderboard', 'user_streaks',
    'user_activity_log', 'community_posts', 'community_comments', 'community_votes', 'live_sessions',
    'session_participants', 'subscription_plans', 'user_subscriptions'
  ] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from public, anon, authenticated', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant all on public.%I to service_role', v_table);
  end loop;
end
$$;
grant usage on schema dracarys to service_role;

-- What anybody may read without an account. Questions and answers of a lesson are not among it.
grant select (id, level_id, gate_id, title, subtitle, description, content_type, xp_reward, estimated_time, difficulty,
  prerequisites, is_active, order_index) on public.lessons to anon;
grant select on public.subscription_plans, public.achievements to anon;

-- What people write about themselves. XP, levels, counters, and what staff decide are not theirs: a learner who could
-- write xp_earned would be the first of every leaderboard.
grant insert (id, full_name, avatar_url, bio, timezone, preferred_language, trading_experience, trading_goals),
  update (full_name, avatar_url, bio, timezone, preferred_language, trading_experience, trading_goals)
  on public.user_profiles to authenticated;
grant insert (id, user_id, level_id, gate_id, lesson_id, completed, score, time_spent, attempts_count, last_attempt_at),
  update (completed, score, time_spent, attempts_count, last_attempt_at), delete on public.user_progress to authenticated;
grant insert (id, author_id, title, content, post_type, category, tags), update (title, content, category, tags), delete
  on public.community_posts to authenticated;
grant insert (id, post_id, author_id, parent_comment_id, content), update (content), delete
  on public.community_comments to authenticated;
grant insert (id, user_id, target_type, target_id, vote_type), update (vote_type), delete
  on public.community_votes to authenticated;
grant insert (id, session_id, user_id), update (feedback_rating, feedback_text), delete
  on public.session_participants to authenticated;

-- The catalogues, and what has no rule but its checks: admins.
grant insert, update, delete on public.achievements, public.subscription_plans to authenticated;
grant update (subtitle, description, estimated_time, difficulty, prerequisites, xp_reward) on public.lessons to authenticated;
