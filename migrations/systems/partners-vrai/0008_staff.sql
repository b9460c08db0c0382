-- Who is asking, how a function says no, and the clocks of rows. What is not for callers lives in partners_vrai,
-- a schema on which no one has rights.

create schema partners_vrai;
comment on schema partners_vrai is 'Inner parts of the system''s functions; not for callers.';

create function public.is_staff() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.agents where id = auth.uid() and is_active)
$$;
comment on function public.is_staff() is 'Whether the caller may use the console.';

create function public.is_super_admin() returns boolean
language sql stable security definer set search_path = ''
as $$
  select exists (select from public.agents where id = auth.uid() and is_active and role = 'super_admin')
$$;
comment on function public.is_super_admin() is 'Whether the caller may change the catalogue and the staff.';

create function public.console_role() returns text
language sql stable security definer set search_path = ''
as $$
  select role from public.agents where id = auth.uid() and is_active
$$;
comment on function public.console_role() is 'agent, super_admin, or null for who may not use the console.';

create function partners_vrai.refuse(p_column text, p_code text, p_message text, p_params jsonb default '{}')
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP400', message = p_message, column = p_column,
    detail = jsonb_build_object('code', p_code, 'params', jsonb_strip_nulls(p_params))::text;
end
$$;
comment on function partners_vrai.refuse(text, text, text, jsonb) is 'Ends a call that breaks a rule.';

create function partners_vrai.lost(p_code text, p_message text, p_params jsonb, p_current jsonb, p_retry_args jsonb)
returns void language plpgsql set search_path = ''
as $$
begin
  raise exception using errcode = 'OP409', message = p_message, detail = jsonb_build_object(
    'code', p_code, 'params', jsonb_strip_nulls(p_params), 'current', p_current, 'retry_args', p_retry_args)::text;
end
$$;
comment on function partners_vrai.lost(text, text, jsonb, jsonb, jsonb)
  is 'Ends a call because somebody else changed what it was decided on.';

create function partners_vrai.require_staff() returns uuid
language plpgsql stable set search_path = ''
as $$
begin
  if not public.is_staff() then
    raise exception using errcode = '42501', message = 'Only active staff members can do this.',
      hint = 'Sign in with a staff account, or ask a super admin to activate yours.',
      detail = '{"code": "not_staff", "params": {}}';
  end if;
  return auth.uid();
end
$$;
comment on function partners_vrai.require_staff() is 'The id of the calling staff member; refuses everyone else.';

create function partners_vrai.derived_id(p_main uuid, p_kind text) returns uuid
language sql immutable set search_path = ''
as $$
  select pg_catalog.md5(p_main::text || ':' || p_kind)::uuid
$$;
comment on function partners_vrai.derived_id(uuid, text)
  is 'The id of a row that comes with another one: the same wherever the call is run.';

create function partners_vrai.decided_at(p_at timestamptz) returns timestamptz
language sql stable set search_path = ''
as $$
  select case when p_at is null or p_at > now() + interval '5 minutes' then now() else p_at end
$$;
comment on function partners_vrai.decided_at(timestamptz)
  is 'A caller''s clock, but never more than 5 minutes ahead of this one.';

create function public.update_updated_at_column() returns trigger
language plpgsql set search_path = ''
as $$
begin
  new.updated_at = now();
  return new;
end
$$;
comment on function public.update_updated_at_column() is 'Keeps updated_at.';

create trigger profiles_updated_at before update on public.profiles
  for each row execute function public.update_updated_at_column();
create trigger agents_updated_at before update on public.agents
  for each row execute function public.update_updated_at_column();
create trigger products_updated_at before update on public.products
  for each row execute function public.update_updated_at_column();
create trigger orders_updated_at before update on public.orders
  for each row execute function public.update_updated_at_column();
create trigger dossiers_updated_at before update on public.dossiers
  for each row execute function public.update_updated_at_column();
create trigger step_instances_updated_at before update on public.step_instances
  for each row execute function public.update_updated_at_column();
create trigger documents_updated_at before update on public.documents
  for each row execute function public.update_updated_at_column();
