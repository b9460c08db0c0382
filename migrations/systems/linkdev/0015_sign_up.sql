-- From an account to a workspace: a person, a personal organisation, a membership as owner, a free subscription.

create function linkdev.furnish_organization() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  insert into public.organization_members (id, org_id, user_id, role, created_at)
  values (linkdev.derived_id(new.id, 'owner'), new.id, new.owner_id, 'owner', new.created_at)
  on conflict (org_id, user_id) do nothing;
  insert into public.org_subscriptions (id, org_id, plan_name, status, seats, current_period_start, created_at)
  values (linkdev.derived_id(new.id, 'subscription'), new.id, 'free', 'active', 1, new.created_at, new.created_at)
  on conflict (org_id) do nothing;
  return null;
end
$$;
comment on function linkdev.furnish_organization() is 'Gives every new organisation its owner and the free plan.';

create trigger organizations_furnished after insert on public.organizations
  for each row execute function linkdev.furnish_organization();

create function public.handle_new_user() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  v_about constant jsonb := coalesce(new.raw_user_meta_data, '{}');
  v_name constant text := coalesce(nullif(btrim(v_about ->> 'full_name'), ''), split_part(new.email, '@', 1), 'Somebody');
begin
  insert into public.users (id, full_name, display_name, avatar_url, email, language)
  values (new.id, v_name, v_name, v_about ->> 'avatar_url', lower(new.email),
    case when v_about ->> 'language' = 'fr' then 'fr' else 'en' end);
  insert into public.organizations (id, name, owner_id, is_personal, org_type, slug)
  values (linkdev.derived_id(new.id, 'personal'), left(v_name, 120), new.id, true, 'personal',
    'personal-' || replace(new.id::text, '-', ''));
  return new;
end
$$;
comment on function public.handle_new_user()
  is 'Makes the person, the personal organisation, the membership and the free subscription of a new account.';

create trigger on_auth_user_created after insert on auth.users
  for each row execute function public.handle_new_user();

create function public.check_username_available(p_username text) returns boolean
language sql stable security definer set search_path = ''
as $$
  select coalesce(p_username ~ '^[a-zA-Z0-9_]{3,30}$', false)
    and not exists (select from public.users where lower(username) = lower(p_username))
$$;
comment on function public.check_username_available(text) is 'Whether this may be somebody''s user name, and nobody has it.';

create function public.complete_onboarding(p_user_id uuid) returns void
language plpgsql security definer set search_path = ''
as $$
begin
  if auth.uid() is not null and auth.uid() is distinct from p_user_id then
    perform linkdev.require_staff();
  end if;
  update public.users set onboarding_completed = true, onboarding_completed_at = now()
    where id = p_user_id and not onboarding_completed;
end
$$;
comment on function public.complete_onboarding(uuid) is 'Notes that a person has been through the first steps; again changes nothing.';

-- A role on the platform decides what its holder's consoles see. Membership decides nothing there: staff see all.
create function linkdev.tell_consoles() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
  if to_regprocedure('console_sync.bump_visibility(uuid)') is not null then
    execute 'select console_sync.bump_visibility($1)' using new.id;
  end if;
  return null;
end
$$;
comment on function linkdev.tell_consoles() is 'Makes the consoles of this person compare what they hold with what they may see.';

create trigger users_seen_rows after update of account_type on public.users
  for each row when (old.account_type is distinct from new.account_type)
  execute function linkdev.tell_consoles();
