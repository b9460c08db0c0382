-- Telling people, and inviting them.

create function public.emit_notification_event(
  p_org_id uuid, p_user_id uuid, p_event text, p_payload jsonb default '{}', p_id uuid default gen_random_uuid(),
  p_at timestamptz default now()
) returns uuid
language sql volatile security definer set search_path = ''
as $$
  insert into public.notifications_outbox (id, org_id, user_id, event, payload, created_at)
  values (p_id, p_org_id, p_user_id, p_event, jsonb_strip_nulls(p_payload), p_at)
  returning id
$$;
comment on function public.emit_notification_event(uuid, uuid, text, jsonb, uuid, timestamptz)
  is 'Puts into the outbox what a person, or the owners of an organisation, are to be told.';

create function public.generate_invite_token() returns text
language sql volatile set search_path = ''
as $$
  -- Two random ids hold 244 random bits from the system's own source; hashing makes them one url-safe word.
  select translate(encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'base64'),
    '+/=', '-_')
$$;
comment on function public.generate_invite_token() is 'A new token that cannot be guessed: 43 url-safe characters.';

create function linkdev.seats_taken(p_org_id uuid) returns integer
language sql stable security definer set search_path = ''
as $$
  select (select count(*) from public.organization_members where org_id = p_org_id)::integer
    + (select count(*) from public.invites where org_id = p_org_id and status = 'pending' and expires_at > now())::integer
$$;
comment on function linkdev.seats_taken(uuid) is 'Members, and invitations that somebody may still accept.';

create function linkdev.lock_organization(p_org_id uuid) returns public.organizations
language plpgsql security definer set search_path = ''
as $$
declare
  v_org public.organizations;
begin
  -- All that counts seats or owners locks this row first, so that it runs one after the other.
  select * into v_org from public.organizations where id = p_org_id for no key update;
  if v_org.id is null then
    perform linkdev.refuse('p_org_id', 'organization.unknown', 'This organisation does not exist.');
  end if;
  return v_org;
end
$$;
comment on function linkdev.lock_organization(uuid) is 'The organisation, locked to the end of the transaction.';

create function public.invite_member(
  p_org_id uuid, p_email text, p_role text, p_expires_at timestamptz default null,
  p_invite_id uuid default gen_random_uuid(), p_token text default public.generate_invite_token(),
  p_invited_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_manager(p_org_id);
  v_at timestamptz := linkdev.decided_at(p_invited_at);
  v_expires timestamptz := coalesce(p_expires_at, v_at + interval '7 days');
  v_email text := lower(btrim(p_email));
  v_org public.organizations := linkdev.lock_organization(p_org_id);
  v_pending public.invites;
  v_seats integer := (select seats from public.org_subscriptions where org_id = p_org_id);
  v_taken integer;
begin
  if v_email is null or v_email !~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' or char_length(v_email) > 320 then
    perform linkdev.refuse('p_email', 'invite.email_invalid', 'Enter a complete e-mail address.');
  elsif p_role is null or p_role not in ('member', 'viewer') then
    perform linkdev.refuse('p_role', 'invite.role_invalid', 'Choose member or viewer: an owner is made of a member.');
  elsif v_expires <= v_at or v_expires > v_at + interval '30 days' then
    perform linkdev.refuse('p_expires_at', 'invite.expiry_invalid', 'Choose an expiry within the next 30 days.',
      '{"days": 30}');
  elsif p_token is null or p_token !~ '^[A-Za-z0-9_-]{43}$' then
    perform linkdev.refuse('p_token', 'invite.token_invalid', 'Leave the token out: it is made for you.');
  elsif exists (
    select from public.organization_members m join public.users u on u.id = m.user_id
    where m.org_id = p_org_id and lower(u.email) = v_email
  ) then
    perform linkdev.refuse('p_email', 'invite.already_member', format('%s belongs to this organisation already.', v_email),
      jsonb_build_object('email', v_email));
  end if;

  select * into v_pending from public.invites where org_id = p_org_id and email = v_email and status = 'pending';
  if v_pending.expires_at > now() then
    perform linkdev.refuse('p_email', 'invite.already_pending',
      format('%s has been invited already. Revoke that invitation first, or wait for the answer.', v_email),
      jsonb_build_object('email', v_email));
  end if;
  v_taken := linkdev.seats_taken(p_org_id);
  if v_taken >= v_seats then
    perform linkdev.refuse('p_org_id', 'invite.no_seat_left',
      format('%s has %s seats, and all are taken by members and invitations. Add seats first.', v_org.name, v_seats),
      jsonb_build_object('organization', v_org.name, 'seats', v_seats));
  end if;

  perform linkdev.begin_act(p_invite_id, 'member_invited', v_at, jsonb_build_object('email', v_email));
  update public.invites set status = 'expired' where id = v_pending.id;
  insert into public.invites (id, org_id, email, role, token, invited_by, expires_at, created_at)
  values (p_invite_id, p_org_id, v_email, p_role, p_token, v_caller, v_expires, v_at);
  perform public.emit_notification_event(p_org_id, (select id from public.users where lower(email) = v_email limit 1),
    'member.invited', jsonb_build_object('email', v_email, 'organization', v_org.name, 'role', p_role),
    linkdev.derived_id(p_invite_id, 'notification'), v_at);
  perform linkdev.end_act();
  return jsonb_build_object('invite_id', p_invite_id, 'token', p_token, 'expires_at', v_expires);
end
$$;
comment on function public.invite_member(uuid, text, text, timestamptz, uuid, text, timestamptz)
  is 'Invites somebody into an organisation, if a seat is left; the invitation lasts 7 days unless told otherwise, at most 30.';

create function public.revoke_invite(
  p_invite_id uuid, p_change_id uuid default gen_random_uuid(), p_revoked_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_at timestamptz := linkdev.decided_at(p_revoked_at);
  v_invite public.invites;
begin
  perform linkdev.require_manager((select org_id from public.invites where id = p_invite_id));
  select * into v_invite from public.invites where id = p_invite_id for no key update;
  if v_invite.id is null then
    perform linkdev.refuse('p_invite_id', 'invite.unknown', 'This invitation does not exist.');
  elsif v_invite.status <> 'pending' then
    perform linkdev.lost('invite.not_pending',
      format('The invitation of %s is no longer open: %s. Nothing is left to revoke.', v_invite.email, v_invite.status),
      jsonb_build_object('email', v_invite.email),
      jsonb_build_object('status', v_invite.status, 'accepted_at', v_invite.accepted_at, 'updated_at', v_invite.updated_at),
      null);
  end if;
  perform linkdev.begin_act(p_change_id, 'invite_revoked', v_at, jsonb_build_object('email', v_invite.email));
  update public.invites set status = 'revoked' where id = p_invite_id;
  perform linkdev.end_act();
  return jsonb_build_object('invite_id', p_invite_id, 'status', 'revoked');
end
$$;
comment on function public.revoke_invite(uuid, uuid, timestamptz) is 'Takes an invitation back that nobody has accepted; its seat is free again.';

create function public.cleanup_expired_invites() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_count integer;
begin
  update public.invites set status = 'expired' where status = 'pending' and expires_at <= now();
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.cleanup_expired_invites()
  is 'For a daily job: marks invitations that were let lapse. They stay, so that one sees whom one had invited.';
