-- What the new roles mean. Moderators are staff: they moderate and handle requests, and hold single permissions beyond
-- that. Partners are organisations that work with the product; they have no part in the console.

create or replace function xainik.is_staff_role(p_role public.user_role) returns boolean
language sql immutable set search_path = ''
as $$
  select p_role in ('admin', 'moderator')
$$;

create or replace function public.has_permission(p_permission text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (
    select from public.users u
    where u.id = auth.uid() and u.is_active and (
      u.role = 'admin'
      or (u.role = 'moderator' and (
        p_permission in ('content.moderate', 'requests.manage')
        or exists (select from public.user_permissions p
          where p.user_id = u.id and p.permission = p_permission and p.revoked_at is null)))
    )
  )
$$;

comment on column public.users.role is
  'What the person is here. Staff: moderator (content and requests, and single permissions) and admin (everything).';

create or replace function public.console_system() returns jsonb
language sql immutable set search_path = ''
as $$
  select '{"system": "xainik", "version": "23"}'::jsonb
$$;

select xainik.record_migration('0023_moderators', 'Moderators use the console, with what they may do there.');
