-- Who may touch which columns at all; the policies then say which rows. A project grants everything to everyone by
-- default, so this starts from nothing. Decisions are not here: they go through functions that carry the rules.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'users', 'user_profiles', 'user_permissions', 'user_subscriptions', 'pitches', 'endorsements', 'referrals',
    'resume_requests', 'notifications', 'donations', 'invoices', 'receipts', 'service_plans', 'payment_events',
    'payment_events_archive', 'email_logs', 'numbering_state', 'user_activity_log', 'migration_audit',
    'recruiter_notes', 'shared_pitches', 'user_messages'
  ] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from public, anon, authenticated', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant all on public.%I to service_role', v_table);
  end loop;
end
$$;
grant usage on schema xainik to service_role;

-- What anybody may read without an account.
grant select (id, code, name, description, audience, billing_interval, price_minor, currency, max_active_pitches,
  max_resume_requests_per_month, features, tags, is_active) on public.service_plans to anon;
grant select (id, user_id, endorser_name, relationship, endorsement_text, moderation_status, created_at)
  on public.endorsements to anon;

-- What people say about themselves, and what they publish. Status, moderation and counters are not theirs.
grant insert (id, email, full_name, phone, location, language, role) on public.users to authenticated;
grant update (full_name, phone, location, language) on public.users to authenticated;
grant insert (id, user_id, profile_type, profile_data, is_active), update (profile_data, is_active), delete
  on public.user_profiles to authenticated;
grant insert (id, user_id, title, pitch_text, skills, job_type, location, availability, experience_years, linkedin_url,
  resume_url, is_active), update (title, pitch_text, skills, job_type, location, availability, experience_years,
  linkedin_url, resume_url, is_active), delete on public.pitches to authenticated;
grant insert (id, user_id, endorser_user_id, endorser_name, relationship, endorsement_text),
  update (relationship, endorsement_text), delete on public.endorsements to authenticated;
grant insert (id, user_id, pitch_id, channel, referred_to), update (is_active) on public.referrals to authenticated;
grant insert (id, user_id, pitch_id, share_token, message, expires_at), update (message, expires_at, is_active)
  on public.shared_pitches to authenticated;
grant insert (id, recruiter_user_id, user_id, pitch_id, company_name, job_role, message)
  on public.resume_requests to authenticated;
grant insert (id, recruiter_user_id, user_id, resume_request_id, author_user_id, note), update (note), delete
  on public.recruiter_notes to authenticated;
grant insert (id, user_id, recipient_user_id, message_text) on public.user_messages to authenticated;
grant update (read_at) on public.notifications to authenticated;

-- The catalogue and drafts of invoices: staff who manage billing. Number and status are the functions'.
grant insert, update, delete on public.service_plans to authenticated;
grant insert (id, user_id, subscription_id, line_items, subtotal_minor, tax_minor, total_minor, currency),
  update (line_items, subtotal_minor, tax_minor, total_minor, currency), delete on public.invoices to authenticated;

select xainik.record_migration('0011_grants', 'Row security on every table, and rights column by column.');
