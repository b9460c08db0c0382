-- Who may touch which columns at all; the policies then say which rows. A project grants everything to everyone by
-- default, so this starts from nothing. Decisions are not here: they go through functions that carry the rules.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'profiles', 'subscriptions', 'usage_tracking', 'resume_bullets', 'interview_sessions', 'interview_turns',
    'interview_transcripts', 'resume_generations', 'resume_downloads', 'admin_users', 'system_events'
  ] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from public, anon, authenticated', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant all on public.%I to service_role', v_table);
  end loop;
end
$$;
grant usage on schema resumepilot to service_role;

grant insert (id, user_id, full_name, job_title, company), update (full_name, job_title, company)
  on public.profiles to authenticated;
grant insert (id, user_id, month, interviews_used, cover_letters_used), update (interviews_used, cover_letters_used)
  on public.usage_tracking to authenticated;
grant insert (id, user_id, question, transcript, bullets, role, experience), delete on public.resume_bullets to authenticated;
grant insert (id, user_id, session_type, role_type), update (duration_seconds, turns_count, status, completed_at)
  on public.interview_sessions to authenticated;
grant insert (id, session_id, speaker, message, turn_number, audio_url, processing_time_ms)
  on public.interview_turns to authenticated;
grant insert (id, user_id, audio_file_url, transcript_text, confidence_score, processing_time_ms)
  on public.interview_transcripts to authenticated;
grant insert (id, user_id, session_id, template_name, role_type, resume_data) on public.resume_generations to authenticated;
grant insert (id, generation_id, format), update (download_count) on public.resume_downloads to authenticated;
