-- What clients see and send: their own. A suspended client still reads, pays and writes, but uploads nothing.

create function public.is_active_client() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.profiles where id = auth.uid() and status = 'ACTIVE')
$$;
comment on function public.is_active_client() is 'Whether the caller is a client who has paid.';

-- Policies ask for ids by these two, not by subqueries: a subquery's cost would be charged for every row that a
-- staff member's query joins, though it never runs, and the planner would leave the indexes aside.
create function public.own_dossier_ids() returns setof uuid
language sql stable security definer set search_path = '' cost 1 rows 10
as $$
  select id from public.dossiers where user_id = auth.uid()
$$;
comment on function public.own_dossier_ids() is 'The dossiers of the caller, as a client.';

create function public.own_document_ids() returns setof uuid
language sql stable security definer set search_path = '' cost 1 rows 100
as $$
  select d.id from public.documents d join public.dossiers o on o.id = d.dossier_id where o.user_id = auth.uid()
$$;
comment on function public.own_document_ids() is 'The documents of the caller, as a client.';

create policy "clients see their own" on public.profiles for select to authenticated
  using (id = (select auth.uid()));
create policy "clients register themselves" on public.profiles for insert to authenticated
  with check (id = (select auth.uid()) and lower(email) = lower((select auth.jwt()) ->> 'email'));
create policy "clients correct their own" on public.profiles for update to authenticated
  using (id = (select auth.uid())) with check (id = (select auth.uid()));

create policy "clients see what is sold" on public.products for select to authenticated using (is_active);
create policy "clients see" on public.steps for select to authenticated using (true);
create policy "clients see" on public.product_steps for select to authenticated using (true);
create policy "clients see" on public.document_types for select to authenticated using (true);
create policy "clients see" on public.step_document_requirements for select to authenticated using (true);

create policy "clients see their own" on public.payment_links for select to authenticated
  using (user_id = (select auth.uid()));
create policy "clients see their own" on public.orders for select to authenticated
  using (user_id = (select auth.uid()));
create policy "clients see their own" on public.payment_reminders for select to authenticated
  using (user_id = (select auth.uid()));
create policy "clients see their own" on public.dossiers for select to authenticated
  using (user_id = (select auth.uid()));
create policy "clients see their own" on public.step_instances for select to authenticated
  using (dossier_id in (select public.own_dossier_ids()));

create policy "clients see their own" on public.documents for select to authenticated
  using (dossier_id in (select public.own_dossier_ids()));
create policy "clients open documents" on public.documents for insert to authenticated
  with check ((select public.is_active_client()) and dossier_id in (select public.own_dossier_ids()));

create policy "clients see their own" on public.document_versions for select to authenticated
  using (document_id in (select public.own_document_ids()));
-- The path must lie in the dossier's own folder: else a row here would open another client's file to its writer.
create policy "clients upload" on public.document_versions for insert to authenticated
  with check (
    (select public.is_active_client())
    and uploaded_by_type = 'USER' and uploaded_by_id = (select auth.uid())
    and document_id in (select public.own_document_ids())
    and split_part(file_url, '/', 1) = (select d.dossier_id::text from public.documents d where d.id = document_id)
  );
create policy "clients see their own" on public.document_reviews for select to authenticated
  using (document_id in (select public.own_document_ids()));

create policy "clients see their own" on public.messages for select to authenticated
  using (dossier_id in (select public.own_dossier_ids()));
create policy "clients write" on public.messages for insert to authenticated
  with check (
    sender_type = 'USER' and sender_id = (select auth.uid())
    and dossier_id in (select public.own_dossier_ids())
  );
create policy "clients mark read" on public.messages for update to authenticated
  using (sender_type <> 'USER' and dossier_id in (select public.own_dossier_ids()))
  with check (sender_type <> 'USER');

create policy "clients see their own" on public.events for select to authenticated
  using (user_id = (select auth.uid()) and event_type <> 'DOSSIER_ASSIGNED');
create policy "clients see their own" on public.notifications for select to authenticated
  using (user_id = (select auth.uid()));
create policy "clients mark read" on public.notifications for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "clients see their own" on public.notification_deliveries for select to authenticated
  using (notification_id in (select id from public.notifications where user_id = (select auth.uid())));
