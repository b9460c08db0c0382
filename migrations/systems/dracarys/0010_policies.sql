-- What staff see and correct, what learners see and write. The helpers are wrapped in a select: they run once a statement.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'user_profiles', 'user_progress', 'lessons', 'achievements', 'user_achievements', 'leaderboard', 'user_streaks',
    'community_posts', 'community_comments', 'community_votes', 'live_sessions', 'session_participants',
    'subscription_plans'
  ] loop
    execute format(
      'create policy "staff see all" on public.%I for select to authenticated using ((select public.console_role()) is not null)',
      v_table);
  end loop;
  foreach v_table in array array['user_subscriptions', 'user_activity_log'] loop
    execute format(
      'create policy "admins see all" on public.%I for select to authenticated using ((select public.console_role()) = ''admin'')',
      v_table);
  end loop;
  foreach v_table in array array['achievements', 'subscription_plans'] loop
    execute format('create policy "admins add" on public.%I for insert to authenticated
      with check ((select public.console_role()) = ''admin'')', v_table);
    execute format('create policy "admins remove" on public.%I for delete to authenticated
      using ((select public.console_role()) = ''admin'')', v_table);
  end loop;
  foreach v_table in array array['achievements', 'subscription_plans', 'lessons'] loop
    execute format('create policy "admins change" on public.%I for update to authenticated
      using ((select public.console_role()) = ''admin'') with check ((select public.console_role()) = ''admin'')', v_table);
  end loop;

  -- One's own rows, in every table that says by user_id whose they are.
  foreach v_table in array array[
    'user_progress', 'user_achievements', 'user_streaks', 'user_activity_log', 'community_votes', 'session_participants',
    'user_subscriptions'
  ] loop
    execute format(
      'create policy "people see their own" on public.%I for select to authenticated using (user_id = (select auth.uid()))',
      v_table);
  end loop;
  foreach v_table in array array['user_progress', 'community_votes', 'session_participants'] loop
    execute format('create policy "people add their own" on public.%I for insert to authenticated
      with check (user_id = (select auth.uid()))', v_table);
    execute format('create policy "people change their own" on public.%I for update to authenticated
      using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()))', v_table);
    execute format('create policy "people remove their own" on public.%I for delete to authenticated
      using (user_id = (select auth.uid()))', v_table);
  end loop;
end
$$;

create policy "people see themselves" on public.user_profiles for select to authenticated using (id = (select auth.uid()));
create policy "people register themselves" on public.user_profiles for insert to authenticated
  with check (id = (select auth.uid()));
create policy "people correct themselves" on public.user_profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

create policy "everybody sees published lessons" on public.lessons for select to anon, authenticated using (is_active);
create policy "everybody sees what can be achieved" on public.achievements for select to anon, authenticated using (is_active);
create policy "everybody sees what is sold" on public.subscription_plans for select to anon, authenticated using (is_active);
create policy "learners see the leaderboard" on public.leaderboard for select to authenticated using (true);
create policy "learners see the sessions" on public.live_sessions for select to authenticated using (true);

-- The document shows everything to everybody: what staff removed is left to its author, who reads the reason there.
do $$
declare
  v_table text;
begin
  foreach v_table in array array['community_posts', 'community_comments'] loop
    execute format('create policy "learners see the community" on public.%I for select to authenticated
      using (not coalesce(is_deleted, false) or author_id = (select auth.uid()))', v_table);
    execute format('create policy "people write in their own name" on public.%I for insert to authenticated
      with check (author_id = (select auth.uid()))', v_table);
    -- What was removed can't be edited or deleted: the reason and the thread around it stay.
    execute format('create policy "authors edit theirs" on public.%I for update to authenticated
      using (author_id = (select auth.uid()) and not coalesce(is_deleted, false)) with check (author_id = (select auth.uid()))',
      v_table);
    execute format('create policy "authors take theirs back" on public.%I for delete to authenticated
      using (author_id = (select auth.uid()) and not coalesce(is_deleted, false))', v_table);
  end loop;
end
$$;
create policy "only staff announce" on public.community_posts as restrictive for insert to authenticated
  with check (post_type is distinct from 'announcement' or (select public.console_role()) is not null);
