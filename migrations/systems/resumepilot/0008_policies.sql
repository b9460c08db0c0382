-- People see and write their own; staff see everything. The helpers are wrapped in a select, so that they run once a
-- statement. The document shows policies for profiles, subscriptions and usage; the others follow their example.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'profiles', 'subscriptions', 'usage_tracking', 'resume_bullets', 'interview_sessions', 'interview_turns',
    'interview_transcripts', 'resume_generations', 'resume_downloads', 'admin_users', 'system_events'
  ] loop
    execute format('create policy "staff see all" on public.%I for select to authenticated
      using ((select public.console_role()) is not null)', v_table);
  end loop;

  foreach v_table in array array[
    'profiles', 'subscriptions', 'usage_tracking', 'resume_bullets', 'interview_sessions', 'interview_transcripts',
    'resume_generations', 'admin_users'
  ] loop
    execute format('create policy "people see their own" on public.%I for select to authenticated
      using (user_id = (select auth.uid()))', v_table);
  end loop;

  foreach v_table in array array[
    'profiles', 'usage_tracking', 'resume_bullets', 'interview_sessions', 'interview_transcripts', 'resume_generations'
  ] loop
    execute format('create policy "people add their own" on public.%I for insert to authenticated
      with check (user_id = (select auth.uid()))', v_table);
  end loop;

  foreach v_table in array array['profiles', 'usage_tracking', 'interview_sessions'] loop
    execute format('create policy "people change their own" on public.%I for update to authenticated
      using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()))', v_table);
  end loop;
end
$$;

create policy "people remove their own" on public.resume_bullets for delete to authenticated
  using (user_id = (select auth.uid()));

-- Turns and files belong to whom their interview or resume belongs to.
create policy "people see their own" on public.interview_turns for select to authenticated using (
  exists (select from public.interview_sessions s where s.id = session_id and s.user_id = (select auth.uid())));
create policy "people add their own" on public.interview_turns for insert to authenticated with check (
  exists (select from public.interview_sessions s where s.id = session_id and s.user_id = (select auth.uid())));
create policy "people see their own" on public.resume_downloads for select to authenticated using (
  exists (select from public.resume_generations g where g.id = generation_id and g.user_id = (select auth.uid())));
create policy "people add their own" on public.resume_downloads for insert to authenticated with check (
  exists (select from public.resume_generations g where g.id = generation_id and g.user_id = (select auth.uid())));
create policy "people change their own" on public.resume_downloads for update to authenticated using (
  exists (select from public.resume_generations g where g.id = generation_id and g.user_id = (select auth.uid())));
create policy "resumes are made from one's own interviews" on public.resume_generations as restrictive for insert
  to authenticated with check (session_id is null or exists (
    select from public.interview_sessions s where s.id = session_id and s.user_id = (select auth.uid())));

create policy "permitted staff correct" on public.profiles for update to authenticated
  using ((select public.has_permission('people'))) with check ((select public.has_permission('people')));

-- The document lets people write their own usage, which is how the product counts. They count up: what they have used
-- can't be made smaller by them.
create function resumepilot.count_up() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if current_user = 'authenticated' and (new.interviews_used is null or new.cover_letters_used is null
    or new.interviews_used < old.interviews_used or new.cover_letters_used < old.cover_letters_used) then
    raise exception using errcode = '42501', message = 'What has been used can''t be made smaller.',
      detail = '{"code": "usage.only_up", "params": {}}';
  end if;
  return new;
end
$$;
comment on function resumepilot.count_up() is 'Keeps people from resetting their own counters.';

create trigger usage_tracking_count_up before update on public.usage_tracking
  for each row execute function resumepilot.count_up();
