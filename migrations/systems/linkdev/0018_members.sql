-- Members: their role, and their leaving. An organisation always has an owner.

create function linkdev.check_member(
  p_org public.organizations, p_user_id uuid, p_from_role text, p_to_role text
) returns public.organization_members
language plpgsql security definer set search_path = ''
as $$
declare
  v_member public.organization_members;
  v_name constant text := (select coalesce(full_name, email) from public.users where id = p_user_id);
begin
  select * into v_member from public.organization_members
    where org_id = p_org.id and user_id = p_user_id for no key update;
  if v_member.id is null then
    perform linkdev.lost('member.gone', format('%s does not belong to %s any more.', coalesce(v_name, 'This person'), p_org.name),
      jsonb_build_object('organization', p_org.name), '{"role": null}', null);
  elsif v_member.role is distinct from p_from_role then
    perform linkdev.lost('member.role_changed_meanwhile',
      format('%s is %s now. Look at it and decide again.', coalesce(v_name, 'This person'), v_member.role),
      jsonb_build_object('organization', p_org.name),
      jsonb_build_object('role', v_member.role, 'updated_at', v_member.updated_at),
      case when v_member.role is distinct from p_to_role then jsonb_build_object('p_from_role', v_member.role) end);
  elsif v_member.role = 'owner' and p_to_role is distinct from 'owner' then
    if p_org.is_personal and p_user_id = p_org.owner_id then
      perform linkdev.refuse('p_user_id', 'member.personal_owner',
        'A personal organisation belongs to its person. It goes with their account.');
    elsif not exists (
      select from public.organization_members where org_id = p_org.id and role = 'owner' and user_id <> p_user_id
    ) then
      perform linkdev.refuse('p_user_id', 'member.last_owner',
        format('%s is the last owner of %s. Make somebody else an owner first.', coalesce(v_name, 'This person'), p_org.name),
        jsonb_build_object('organization', p_org.name));
    end if;
  end if;
  return v_member;
end
$$;
comment on function linkdev.check_member(public.organizations, uuid, text, text)
  is 'The membership, if it is still what was decided on and an owner is left. p_to_role is empty when somebody leaves.';

create function linkdev.hand_on_organization(p_org public.organizations, p_user_id uuid) returns void
language sql volatile security definer set search_path = ''
as $$
  update public.organizations
  set owner_id = (
    select user_id from public.organization_members
    where org_id = p_org.id and role = 'owner' and user_id <> p_user_id order by created_at, id limit 1)
  where id = p_org.id and owner_id = p_user_id
$$;
comment on function linkdev.hand_on_organization(public.organizations, uuid)
  is 'When its first owner is one no more: the one who has been an owner for longest is now.';

create function public.change_member_role(
  p_org_id uuid, p_user_id uuid, p_from_role text, p_to_role text, p_change_id uuid default gen_random_uuid(),
  p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_manager(p_org_id);
  v_at timestamptz := linkdev.decided_at(p_changed_at);
  v_org public.organizations := linkdev.lock_organization(p_org_id);
  v_member public.organization_members;
begin
  if p_to_role is null or p_to_role not in ('owner', 'member', 'viewer') then
    perform linkdev.refuse('p_to_role', 'member.role_invalid', 'Choose owner, member or viewer.');
  end if;
  v_member := linkdev.check_member(v_org, p_user_id, p_from_role, p_to_role);
  if v_member.role = p_to_role then
    perform linkdev.refuse('p_to_role', 'member.unchanged', 'This person has that role already. Nothing would change.');
  elsif v_org.is_personal and p_to_role = 'owner' then
    perform linkdev.refuse('p_to_role', 'member.personal_owner',
      'A personal organisation belongs to its person. It goes with their account.');
  end if;

  perform linkdev.begin_act(p_change_id, 'member_role_changed', v_at);
  update public.organization_members set role = p_to_role where id = v_member.id;
  if v_member.role = 'owner' then
    perform linkdev.hand_on_organization(v_org, p_user_id);
  end if;
  perform public.emit_notification_event(p_org_id, p_user_id, 'member.role_changed',
    jsonb_build_object('organization', v_org.name, 'from', v_member.role, 'to', p_to_role),
    linkdev.derived_id(p_change_id, 'notification'), v_at);
  perform linkdev.end_act();
  return jsonb_build_object('member_id', v_member.id, 'role', p_to_role, 'changed_by', v_caller);
end
$$;
comment on function public.change_member_role(uuid, uuid, text, text, uuid, timestamptz)
  is 'Gives a member another role. The last owner stays one.';

create function public.remove_member(
  p_org_id uuid, p_user_id uuid, p_from_role text, p_change_id uuid default gen_random_uuid(),
  p_removed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_at timestamptz := linkdev.decided_at(p_removed_at);
  v_org public.organizations;
  v_member public.organization_members;
begin
  -- Everybody may leave.
  if auth.uid() is distinct from p_user_id then
    perform linkdev.require_manager(p_org_id);
  end if;
  v_org := linkdev.lock_organization(p_org_id);
  v_member := linkdev.check_member(v_org, p_user_id, p_from_role, null);

  perform linkdev.begin_act(p_change_id, 'member_removed', v_at);
  delete from public.organization_members where id = v_member.id;
  perform linkdev.hand_on_organization(v_org, p_user_id);
  perform public.emit_notification_event(p_org_id, p_user_id, 'member.removed',
    jsonb_build_object('organization', v_org.name), linkdev.derived_id(p_change_id, 'notification'), v_at);
  perform linkdev.end_act();
  return jsonb_build_object('member_id', v_member.id, 'role', null);
end
$$;
comment on function public.remove_member(uuid, uuid, text, uuid, timestamptz)
  is 'Takes somebody out of an organisation; their seat is free again. The last owner stays.';

create function public.change_account_type(
  p_user_id uuid, p_from_type text, p_to_type text, p_change_id uuid default gen_random_uuid(),
  p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_super_admin();
  v_at timestamptz := linkdev.decided_at(p_changed_at);
  v_user public.users;
begin
  if p_to_type is null or p_to_type not in ('super_admin', 'admin', 'user') then
    perform linkdev.refuse('p_to_type', 'account.type_invalid', 'Choose super admin, admin or user.');
  elsif p_user_id = v_caller then
    perform linkdev.refuse('p_user_id', 'account.own', 'Nobody changes their own rights. Ask another super admin.');
  end if;
  select * into v_user from public.users where id = p_user_id for no key update;
  if v_user.id is null then
    perform linkdev.refuse('p_user_id', 'account.unknown', 'This person does not exist.');
  elsif v_user.account_type is distinct from p_from_type then
    perform linkdev.lost('account.type_changed_meanwhile',
      format('%s is %s now. Look at it and decide again.', v_user.full_name, v_user.account_type),
      jsonb_build_object('person', v_user.full_name), jsonb_build_object('account_type', v_user.account_type),
      case when v_user.account_type <> p_to_type then jsonb_build_object('p_from_type', v_user.account_type) end);
  elsif v_user.account_type = p_to_type then
    perform linkdev.refuse('p_to_type', 'account.unchanged', 'This person is that already. Nothing would change.');
  end if;
  perform linkdev.begin_act(p_change_id, 'account_type_changed', v_at);
  update public.users set account_type = p_to_type where id = p_user_id;
  perform linkdev.end_act();
  return jsonb_build_object('user_id', p_user_id, 'account_type', p_to_type);
end
$$;
comment on function public.change_account_type(uuid, text, text, uuid, timestamptz)
  is 'Makes somebody staff, or a customer again. Nobody does it to themselves, so a super admin is always left.';
