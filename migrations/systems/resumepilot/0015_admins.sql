-- What admins may do, and whether they may at all. The document has one column for it: permissions.

create function resumepilot.colleague(p_admin_id uuid) returns public.admin_users
language plpgsql security definer set search_path = ''
as $$
declare
  v_admin public.admin_users;
begin
  -- Two changes at once could each think that the other super admin stays.
  perform from public.admin_users where role = 'super_admin' order by id for no key update;
  select * into v_admin from public.admin_users where id = p_admin_id for no key update;
  if v_admin.id is null then
    perform resumepilot.refuse('p_admin_id', 'staff.unknown', 'This person is not on the staff.');
  elsif v_admin.user_id is not distinct from auth.uid() then
    perform resumepilot.refuse('p_admin_id', 'staff.own', 'Nobody changes their own place on the staff. Ask another super admin.');
  end if;
  return v_admin;
end
$$;
comment on function resumepilot.colleague(uuid) is 'The row of another staff member, held for a change.';

create function resumepilot.set_permissions(
  p_admin public.admin_users, p_name text, p_on boolean, p_reason text, p_id uuid, p_type text, p_at timestamptz
) returns void
language plpgsql security definer set search_path = ''
as $$
declare
  v_was jsonb := coalesce(p_admin.permissions, '{}');
  v_is jsonb := case when p_on then v_was || jsonb_build_object(p_name, true) else v_was - p_name end;
begin
  if (v_was @> jsonb_build_object(p_name, true)) = p_on then
    perform resumepilot.lost('staff.changed', 'Somebody has done this already. Nothing is left to decide.',
      jsonb_build_object('email', p_admin.email), jsonb_build_object('permissions', v_was), null);
  end if;
  update public.admin_users set permissions = v_is where id = p_admin.id;
  perform resumepilot.write_event(p_id, p_type, p_admin.user_id, 'admin_users', p_admin.id,
    jsonb_build_object('reason', p_reason, 'from', jsonb_build_object('permissions', v_was),
      'to', jsonb_build_object('permissions', v_is)), p_at);
end
$$;
comment on function resumepilot.set_permissions(public.admin_users, text, boolean, text, uuid, text, timestamptz)
  is 'Sets or clears one entry of somebody''s permissions, and writes it down.';

create function public.change_permission(
  p_admin_id uuid, p_permission public.staff_permission, p_allowed boolean, p_reason text,
  p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_super_admin();
  v_reason text := resumepilot.reason_of(p_reason);
begin
  if p_permission is null then
    perform resumepilot.refuse('p_permission', 'staff.permission_required', 'Choose a permission.');
  end if;
  perform resumepilot.set_permissions(resumepilot.colleague(p_admin_id), p_permission::text, coalesce(p_allowed, false),
    v_reason, p_change_id, 'staff.permission_changed', resumepilot.decided_at(p_changed_at));
  return jsonb_build_object('change_id', p_change_id, 'changed_by', v_staff);
end
$$;
comment on function public.change_permission(uuid, public.staff_permission, boolean, text, uuid, timestamptz)
  is 'Lets an admin do something, or no longer.';

create function public.suspend_admin(
  p_admin_id uuid, p_suspended boolean, p_reason text, p_change_id uuid default gen_random_uuid(),
  p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_super_admin();
  v_reason text := resumepilot.reason_of(p_reason);
begin
  perform resumepilot.set_permissions(resumepilot.colleague(p_admin_id), 'suspended', coalesce(p_suspended, false), v_reason,
    p_change_id, 'staff.suspended', resumepilot.decided_at(p_changed_at));
  -- Those who were held may have lost the place by which they decide while this waited for them.
  perform resumepilot.require_super_admin();
  return jsonb_build_object('change_id', p_change_id, 'changed_by', v_staff);
end
$$;
comment on function public.suspend_admin(uuid, boolean, text, uuid, timestamptz)
  is 'Takes the console away from a staff member, or gives it back.';
