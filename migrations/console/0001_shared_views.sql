-- Lists that the people of a console share: a table with a filter, an order and its columns, under a name. Followed as
-- any other table, so that sharing works offline, and a conflict over a view is one like any other.

create table if not exists public.console_views (
  id uuid primary key,
  owner_id uuid not null default auth.uid(),
  name text not null check (char_length(name) between 1 and 80),
  relation text not null,
  content jsonb not null check (jsonb_typeof(content) = 'object'),
  created_at timestamptz not null default now()
);
comment on table public.console_views is 'Views that somebody shares with everybody who may use the console.';
comment on column public.console_views.owner_id is 'Who shares it, and may change it, as super admins may.';
comment on column public.console_views.content is 'Its filter, order and columns.';

alter table public.console_views enable row level security;
revoke all on public.console_views from public, anon, authenticated, service_role;
grant select, insert, update, delete on public.console_views to authenticated;
grant all on public.console_views to service_role;

drop policy if exists console_views_read on public.console_views;
create policy console_views_read on public.console_views for select to authenticated
  using ((select console_sync.role()) is not null);
drop policy if exists console_views_share on public.console_views;
create policy console_views_share on public.console_views for insert to authenticated
  with check (owner_id = (select auth.uid()) and (select console_sync.role()) is not null);
drop policy if exists console_views_change on public.console_views;
create policy console_views_change on public.console_views for update to authenticated
  using (owner_id = (select auth.uid()) and (select console_sync.role()) is not null
    or (select console_sync.role()) = 'super_admin');
-- Somebody has to clear up after colleagues who have left; what is removed is locked first, as what is changed.
drop policy if exists console_views_remove on public.console_views;
create policy console_views_remove on public.console_views for delete to authenticated
  using (owner_id = (select auth.uid()) and (select console_sync.role()) is not null
    or (select console_sync.role()) = 'super_admin');

do $$
begin
  if coalesce(current_setting('console_sync.mirror', true), '') <> 'on' then
    perform console_sync.track('public.console_views'::regclass);
  end if;
end
$$;
