-- Roles and permissions.

create function public.change_user_role(
  p_user_id uuid, p_from_role public.user_role, p_to_role public.user_role, p_reason text default null,
  p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('users.manage');
  v_at timestamptz := xainik.decided_at(p_changed_at);
  v_reason text := xainik.text_of(p_reason, 'p_reason', 2000);
  v_user public.users;
begin
  -- Two changes at once could each think that the other admin stays.
  perform from public.users where role = 'admin' and is_active order by id for no key update;
  select * into v_user from public.users where id = p_user_id for no key update;
  if v_user.id is null then
    perform xainik.refuse('p_user_id', 'user.unknown', 'This person does not exist.');
  elsif p_to_role is null then
    perform xainik.refuse('p_to_role', 'user_role.required', 'Choose a role.');
  elsif p_user_id = v_staff then
    perform xainik.refuse('p_user_id', 'user_role.own', 'Nobody changes their own role. Ask another admin.');
  elsif v_user.role is distinct from p_from_role then
    perform xainik.lost('user_role.changed', format('%s has become %s meanwhile.', v_user.full_name, v_user.role),
      jsonb_build_object('user', v_user.full_name),
      jsonb_build_object('role', v_user.role, 'changed_by', (
        select s.full_name from public.user_activity_log a join public.users s on s.id = a.actor_user_id
        where a.id = v_user.role_change_id)),
      case when v_user.role <> p_to_role then jsonb_build_object('p_from_role', v_user.role) end);
  elsif p_to_role = p_from_role then
    perform xainik.refuse('p_to_role', 'user_role.unchanged', format('%s has this role already. Nothing would change.',
      v_user.full_name), jsonb_build_object('user', v_user.full_name));
  elsif 'admin' in (p_from_role, p_to_role) and public.console_role() <> 'admin' then
    perform xainik.refuse('p_to_role', 'user_role.admins_only', 'Only admins make admins, or take the role from one.');
  elsif v_user.role = 'admin' and v_user.is_active and not exists (
    select from public.users where role = 'admin' and is_active and id <> p_user_id
  ) then
    perform xainik.refuse('p_to_role', 'user_role.last_admin',
      format('%s is the last admin. Make somebody else an admin first.', v_user.full_name),
      jsonb_build_object('user', v_user.full_name));
  end if;

  update public.users set role = p_to_role, role_change_id = p_change_id where id = p_user_id;
  if not xainik.is_staff_role(p_to_role) then
    update public.user_permissions set revoked_at = greatest(v_at, granted_at), revoked_by = v_staff, revoke_reason = v_reason
      where user_id = p_user_id and revoked_at is null;
  end if;
  perform xainik.write_activity(p_change_id, 'user.role_changed', p_user_id, 'users', p_user_id,
    jsonb_build_object('from', p_from_role, 'to', p_to_role, 'reason', v_reason), v_at);
  perform xainik.notify(p_change_id, p_user_id, 'user.role_changed', jsonb_build_object('role', p_to_role), v_at);
  return jsonb_build_object('change_id', p_change_id, 'role', p_to_role);
end
$$;
comment on function public.change_user_role(uuid, public.user_role, public.user_role, text, uuid, timestamptz)
  is 'Gives somebody another role. Who leaves the staff loses their permissions.';

create function public.grant_permission(
  p_user_id uuid, p_permission text, p_reason text default null, p_permission_id uuid default gen_random_uuid(),
  p_granted_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('users.manage');
  v_at timestamptz := xainik.decided_at(p_granted_at);
  v_reason text := xainik.text_of(p_reason, 'p_reason', 2000);
  v_user public.users;
  v_held public.user_permissions;
begin
  select * into v_user from public.users where id = p_user_id for no key update;
  if v_user.id is null then
    perform xainik.refuse('p_user_id', 'user.unknown', 'This person does not exist.');
  elsif p_permission is null or p_permission not in (
    'content.moderate', 'requests.manage', 'users.manage', 'billing.manage', 'emails.manage', 'activity.read'
  ) then
    perform xainik.refuse('p_permission', 'user_permission.unknown', 'Choose one of the permissions on the list.');
  elsif not xainik.is_staff_role(v_user.role) then
    perform xainik.refuse('p_user_id', 'user_permission.not_for_users',
      format('%s is no member of the staff. Permissions are for staff only.', v_user.full_name),
      jsonb_build_object('user', v_user.full_name));
  elsif p_user_id = v_staff then
    perform xainik.refuse('p_user_id', 'user_permission.own', 'Nobody grants permissions to themselves. Ask an admin.');
  elsif p_permission = 'users.manage' and public.console_role() <> 'admin' then
    perform xainik.refuse('p_permission', 'user_permission.admins_only', 'Only admins hand this permission on.');
  end if;
  select * into v_held from public.user_permissions
    where user_id = p_user_id and permission = p_permission and revoked_at is null;
  if v_held.id is not null then
    perform xainik.lost('user_permission.held', format('%s holds this permission already.', v_user.full_name),
      jsonb_build_object('user', v_user.full_name),
      jsonb_build_object('permission_id', v_held.id, 'granted_at', v_held.granted_at, 'granted_by', (
        select full_name from public.users where id = v_held.granted_by)),
      null);
  end if;

  insert into public.user_permissions (id, user_id, permission, reason, granted_by, granted_at)
  values (p_permission_id, p_user_id, p_permission, v_reason, v_staff, v_at);
  perform xainik.write_activity(xainik.derived_id(p_permission_id, 'granted'), 'permission.granted', p_user_id,
    'user_permissions', p_permission_id, jsonb_build_object('permission', p_permission, 'reason', v_reason), v_at);
  return jsonb_build_object('permission_id', p_permission_id);
end
$$;
comment on function public.grant_permission(uuid, text, text, uuid, timestamptz) is 'Grants a member of the staff a single permission.';

create function public.revoke_permission(
  p_permission_id uuid, p_reason text default null, p_revoked_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := xainik.require_permission('users.manage');
  v_at timestamptz := xainik.decided_at(p_revoked_at);
  v_reason text := xainik.text_of(p_reason, 'p_reason', 2000);
  v_held public.user_permissions;
begin
  select * into v_held from public.user_permissions where id = p_permission_id for no key update;
  if v_held.id is null then
    perform xainik.refuse('p_permission_id', 'user_permission.gone', 'This permission does not exist.');
  elsif v_held.revoked_at is not null then
    perform xainik.lost('user_permission.revoked', 'Somebody has revoked this permission meanwhile.', '{}',
      jsonb_build_object('revoked_at', v_held.revoked_at, 'revoked_by', (
        select full_name from public.users where id = v_held.revoked_by), 'reason', v_held.revoke_reason),
      null);
  elsif v_held.permission = 'users.manage' and public.console_role() <> 'admin' then
    perform xainik.refuse('p_permission_id', 'user_permission.admins_only', 'Only admins hand this permission on, or take it back.');
  end if;

  update public.user_permissions set revoked_at = greatest(v_at, granted_at), revoked_by = v_staff, revoke_reason = v_reason
    where id = p_permission_id;
  perform xainik.write_activity(xainik.derived_id(p_permission_id, 'revoked'), 'permission.revoked', v_held.user_id,
    'user_permissions', p_permission_id, jsonb_build_object('permission', v_held.permission, 'reason', v_reason), v_at);
  return jsonb_build_object('permission_id', p_permission_id, 'revoked_at', v_at);
end
$$;
comment on function public.revoke_permission(uuid, text, timestamptz) is 'Takes a permission back.';

select xainik.record_migration('0016_people_functions', 'Changing roles, granting and revoking permissions.');
