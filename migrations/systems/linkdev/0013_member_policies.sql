-- What customers see and write: their own, and what their role in an organisation allows.

-- Policies ask for ids by these, not by subqueries: a policy on members that reads members would never end.
create function public.own_org_ids() returns setof uuid
language sql stable security definer set search_path = '' cost 1 rows 3
as $$
  select org_id from public.organization_members where user_id = auth.uid()
$$;
comment on function public.own_org_ids() is 'The organisations that the caller belongs to.';

create function public.writable_org_ids() returns setof uuid
language sql stable security definer set search_path = '' cost 1 rows 3
as $$
  select org_id from public.organization_members where user_id = auth.uid() and role in ('owner', 'member')
$$;
comment on function public.writable_org_ids() is 'The organisations in which the caller is an owner or a member.';

create function public.owned_org_ids() returns setof uuid
language sql stable security definer set search_path = '' cost 1 rows 2
as $$
  select org_id from public.organization_members where user_id = auth.uid() and role = 'owner'
$$;
comment on function public.owned_org_ids() is 'The organisations in which the caller is an owner.';

create policy "people see themselves" on public.users for select to authenticated using (id = (select auth.uid()));
create policy "people change themselves" on public.users for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

create policy "members see theirs" on public.organizations for select to authenticated
  using (id in (select public.own_org_ids()));
create policy "owners see their personal one" on public.organizations for select to authenticated
  using (is_personal and owner_id = (select auth.uid()));
create policy "people open teams" on public.organizations for insert to authenticated
  with check (owner_id = (select auth.uid()) and not is_personal);
create policy "owners change theirs" on public.organizations for update to authenticated
  using (id in (select public.owned_org_ids())) with check (id in (select public.owned_org_ids()));
create policy "owners close teams" on public.organizations for delete to authenticated
  using (not is_personal and id in (select public.owned_org_ids()));

create policy "members see each other" on public.organization_members for select to authenticated
  using (org_id in (select public.own_org_ids()));
create policy "owners see whom they invited" on public.invites for select to authenticated
  using (org_id in (select public.owned_org_ids()));
create policy "members see their plan" on public.org_subscriptions for select to authenticated
  using (org_id in (select public.own_org_ids()));
create policy "owners see their billing" on public.billing_customers for select to authenticated
  using (org_id in (select public.owned_org_ids()));

create policy "everybody sees what is sold" on public.products for select to anon, authenticated using (active);
create policy "everybody sees what is sold" on public.prices for select to anon, authenticated using (active);
create policy "everybody sees the plans" on public.plan_features for select to anon, authenticated using (true);
create policy "everybody reads what is published" on public.posts for select to anon, authenticated
  using (status = 'published');

do $$
declare
  v_table text;
begin
  foreach v_table in array array['record_types', 'records', 'attachments', 'schedules', 'reminders'] loop
    execute format(
      'create policy "members see theirs" on public.%I for select to authenticated
         using (org_id in (select public.own_org_ids()))', v_table);
    execute format(
      'create policy "members add" on public.%I for insert to authenticated
         with check (org_id in (select public.writable_org_ids()))', v_table);
    execute format(
      'create policy "members remove" on public.%I for delete to authenticated
         using (org_id in (select public.writable_org_ids()))', v_table);
    if v_table <> 'attachments' then
      execute format(
        'create policy "members change" on public.%I for update to authenticated
           using (org_id in (select public.writable_org_ids())) with check (org_id in (select public.writable_org_ids()))',
        v_table);
    end if;
  end loop;
end
$$;

create policy "people see what they are told" on public.notifications_outbox for select to authenticated
  using (user_id = (select auth.uid()));
create policy "people see their use" on public.usage_events for select to authenticated
  using (user_id = (select auth.uid()));
create policy "people note their use" on public.usage_events for insert to authenticated
  with check (user_id = (select auth.uid()) and org_id in (select public.own_org_ids()));
create policy "people see their use" on public.usage_aggregations for select to authenticated
  using (user_id = (select auth.uid()));
create policy "members see the use of theirs" on public.usage_aggregations for select to authenticated
  using (org_id in (select public.own_org_ids()));
create policy "owners see what happened" on public.audit_logs for select to authenticated
  using (org_id in (select public.owned_org_ids()));
create policy "people see their own keys" on public.idempotency_keys for select to authenticated
  using (user_id = (select auth.uid()));
