-- What everybody sees and writes: their own. Only active people write.

create function public.is_active_user(p_role text default null) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.users where id = auth.uid() and is_active and (p_role is null or role::text = p_role)
  )
$$;
comment on function public.is_active_user(text) is 'Whether the caller has an active account, of this role if one is named.';

create function public.is_public_pitch(p_pitch_id uuid) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.pitches where id = p_pitch_id and is_active and moderation_status = 'approved')
$$;
comment on function public.is_public_pitch(uuid) is 'Whether anybody may read this pitch.';

create policy "people see themselves" on public.users for select to authenticated using (id = (select auth.uid()));
create policy "people register themselves" on public.users for insert to authenticated
  with check (id = (select auth.uid()) and role::text in ('veteran', 'recruiter', 'supporter')
    and lower(email) = lower((select auth.jwt()) ->> 'email'));
create policy "people correct themselves" on public.users for update to authenticated
  using (id = (select auth.uid()) and is_active) with check (id = (select auth.uid()));

-- One's own rows, in every table that says by user_id whose they are.
do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'user_profiles', 'user_permissions', 'user_subscriptions', 'pitches', 'endorsements', 'referrals',
    'shared_pitches', 'resume_requests', 'notifications', 'donations', 'receipts', 'user_messages'
  ] loop
    execute format(
      'create policy "people see their own" on public.%I for select to authenticated using (user_id = (select auth.uid()))',
      v_table);
  end loop;

  foreach v_table in array array['user_profiles', 'pitches', 'referrals', 'shared_pitches'] loop
    execute format('create policy "people add their own" on public.%I for insert to authenticated
      with check (user_id = (select auth.uid()) and (select public.is_active_user(%L)))', v_table,
      case v_table when 'pitches' then 'veteran' end);
    execute format('create policy "people change their own" on public.%I for update to authenticated
      using (user_id = (select auth.uid()) and (select public.is_active_user())) with check (user_id = (select auth.uid()))',
      v_table);
  end loop;
  foreach v_table in array array['user_profiles', 'pitches'] loop
    execute format('create policy "people remove their own" on public.%I for delete to authenticated
      using (user_id = (select auth.uid()) and (select public.is_active_user()))', v_table);
  end loop;
end
$$;

-- A referral or a link can only be made for what its maker can read.
create policy "referrals are of public pitches" on public.referrals as restrictive for insert to authenticated
  with check (public.is_public_pitch(pitch_id));
create policy "links are to public pitches" on public.shared_pitches as restrictive for insert to authenticated
  with check (public.is_public_pitch(pitch_id));

-- Drafts of invoices are the office's own affair.
create policy "people see their own" on public.invoices for select to authenticated
  using (user_id = (select auth.uid()) and status <> 'draft');
-- What people did themselves. What staff did about them is told by notifications.
create policy "people see what they did" on public.user_activity_log for select to authenticated
  using (actor_user_id = (select auth.uid()));
create policy "people mark read" on public.notifications for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));

create policy "everybody sees what is sold" on public.service_plans for select to anon, authenticated using (is_active);
create policy "everybody sees approved ones" on public.endorsements for select to anon, authenticated
  using (moderation_status = 'approved');

create policy "endorsers see theirs" on public.endorsements for select to authenticated
  using (endorser_user_id = (select auth.uid()));
create policy "people endorse veterans" on public.endorsements for insert to authenticated
  with check (endorser_user_id = (select auth.uid()) and (select public.is_active_user()));
create policy "endorsers change theirs" on public.endorsements for update to authenticated
  using (endorser_user_id = (select auth.uid()) and (select public.is_active_user()))
  with check (endorser_user_id = (select auth.uid()));
create policy "endorsers remove theirs" on public.endorsements for delete to authenticated
  using (endorser_user_id = (select auth.uid()));

create policy "recruiters see theirs" on public.resume_requests for select to authenticated
  using (recruiter_user_id = (select auth.uid()));
create policy "recruiters ask" on public.resume_requests for insert to authenticated
  with check (recruiter_user_id = (select auth.uid()) and (select public.is_active_user('recruiter'))
    and public.is_public_pitch(pitch_id));

create policy "recruiters see their file" on public.recruiter_notes for select to authenticated
  using (recruiter_user_id = (select auth.uid()));
create policy "recruiters note" on public.recruiter_notes for insert to authenticated
  with check (recruiter_user_id = (select auth.uid()) and author_user_id = (select auth.uid())
    and (select public.is_active_user('recruiter')));
create policy "recruiters change their notes" on public.recruiter_notes for update to authenticated
  using (author_user_id = (select auth.uid()) and recruiter_user_id = (select auth.uid()))
  with check (author_user_id = (select auth.uid()) and recruiter_user_id = (select auth.uid()));
create policy "recruiters remove their notes" on public.recruiter_notes for delete to authenticated
  using (author_user_id = (select auth.uid()) and recruiter_user_id = (select auth.uid()));

create policy "people see what they are written" on public.user_messages for select to authenticated
  using (recipient_user_id = (select auth.uid()));
create policy "people write" on public.user_messages for insert to authenticated
  with check (user_id = (select auth.uid()) and (select public.is_active_user()));

-- Read with its owner's rights, on purpose: it leaves out what the public must not see of a pitch, its resume above all.
create view public.public_pitches with (security_barrier = true) as
select p.id, p.user_id, u.full_name, p.title, p.pitch_text, p.skills, p.job_type, p.location, p.availability,
  p.experience_years, p.linkedin_url, p.created_at, p.updated_at
from public.pitches p
join public.users u on u.id = p.user_id
where p.is_active and p.moderation_status = 'approved' and u.is_active;
comment on view public.public_pitches is 'Pitches as anybody may read them: approved, active, and without the resume.';
revoke all on public.public_pitches from public, anon, authenticated;
grant select on public.public_pitches to anon, authenticated, service_role;

select xainik.record_migration('0013_user_policies', 'What people see and write of their own, and what everybody reads.');
