-- What the console asks first, and who may call what. A later migration replaces console_system with its own number.

create function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "dracarys", "version": "20"}'::jsonb
$$;
comment on function public.console_system() is 'Which system this is, and the number of its last migration.';

-- A project lets everyone call every function in public by default.
do $$
declare
  v_function regprocedure;
begin
  for v_function in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.proname in (
      'console_role', 'console_system', 'calculate_user_level', 'check_lesson_content', 'check_lesson_assessment',
      'edit_lesson', 'publish_lesson', 'unpublish_lesson', 'move_lesson', 'pin_post', 'unpin_post', 'lock_post',
      'unlock_post', 'remove_post', 'restore_post', 'remove_comment', 'restore_comment', 'schedule_session',
      'cancel_session', 'mark_attendance', 'grant_achievement', 'revoke_achievement', 'correct_xp', 'correct_streak',
      'change_subscription', 'rank_leaderboard', 'update_leaderboard', 'update_updated_at_column')
  loop
    execute format('revoke all on function %s from public, anon, authenticated', v_function);
    execute format('grant execute on function %s to service_role', v_function);
    if v_function::text !~ '^(public\.)?(rank_leaderboard|update_)' then
      execute format('grant execute on function %s to authenticated', v_function);
    end if;
  end loop;
end
$$;
