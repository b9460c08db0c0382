-- The plan of an organisation, its seats, its end; and what a plan allows.

create function linkdev.lock_subscription(p_org_id uuid) returns public.org_subscriptions
language plpgsql security definer set search_path = ''
as $$
declare
  v_subscription public.org_subscriptions;
begin
  perform linkdev.lock_organization(p_org_id);
  select * into v_subscription from public.org_subscriptions where org_id = p_org_id for no key update;
  if v_subscription.id is null then
    perform linkdev.refuse('p_org_id', 'subscription.none', 'This organisation has no subscription.');
  end if;
  return v_subscription;
end
$$;
comment on function linkdev.lock_subscription(uuid) is 'The subscription of an organisation, locked after the organisation.';

create function linkdev.check_seats(p_org_id uuid, p_field text, p_plan text, p_seats integer) returns void
language plpgsql stable security definer set search_path = ''
as $$
declare
  v_members integer := (select count(*) from public.organization_members where org_id = p_org_id);
  v_max bigint := linkdev.plan_limit(p_plan, 'max_seats');
begin
  if p_seats is null or p_seats < 1 then
    perform linkdev.refuse(p_field, 'seats.invalid', 'Enter a whole number of at least 1.');
  elsif p_seats < v_members then
    perform linkdev.refuse(p_field, 'seats.below_members',
      format('The organisation has %s members, and each needs a seat. Remove members first.', v_members),
      jsonb_build_object('members', v_members));
  elsif v_max <> -1 and p_seats > v_max then
    perform linkdev.refuse(p_field, 'seats.above_plan',
      format('The plan %s allows at most %s seats. Choose fewer, or another plan.', p_plan, v_max),
      jsonb_build_object('plan', p_plan, 'max', v_max));
  end if;
end
$$;
comment on function linkdev.check_seats(uuid, text, text, integer) is 'Refuses seats below the members, and above what the plan allows.';

create function public.change_organization_plan(
  p_org_id uuid, p_from_plan text, p_to_plan text, p_seats integer default null,
  p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_staff();
  v_at timestamptz := linkdev.decided_at(p_changed_at);
  v_subscription public.org_subscriptions := linkdev.lock_subscription(p_org_id);
  v_max bigint := linkdev.plan_limit(p_to_plan, 'max_seats');
  v_members integer := (select count(*) from public.organization_members where org_id = p_org_id);
  v_seats integer;
begin
  if v_max is null then
    perform linkdev.refuse('p_to_plan', 'plan.unknown', 'Choose one of the plans: free, pro, business or enterprise.');
  elsif v_subscription.plan_name is distinct from p_from_plan then
    perform linkdev.lost('plan.changed_meanwhile',
      format('The organisation has been moved to the plan %s meanwhile. Look at it and decide again.', v_subscription.plan_name),
      jsonb_build_object('plan', v_subscription.plan_name),
      jsonb_build_object('plan_name', v_subscription.plan_name, 'seats', v_subscription.seats,
        'status', v_subscription.status, 'updated_at', v_subscription.updated_at),
      case when v_subscription.plan_name <> p_to_plan
        then jsonb_build_object('p_from_plan', v_subscription.plan_name) end);
  elsif v_subscription.plan_name = p_to_plan then
    perform linkdev.refuse('p_to_plan', 'plan.unchanged', 'The organisation is on this plan already. Nothing would change.');
  end if;
  v_seats := coalesce(p_seats, case when v_max = -1 then v_subscription.seats else least(v_subscription.seats, v_max) end);
  if p_seats is null and v_members > v_seats then
    perform linkdev.refuse('p_to_plan', 'plan.too_many_members',
      format('The plan %s allows %s seats, and the organisation has %s members. Remove members first.',
        p_to_plan, v_max, v_members),
      jsonb_build_object('plan', p_to_plan, 'max', v_max, 'members', v_members));
  end if;
  perform linkdev.check_seats(p_org_id, 'p_seats', p_to_plan, v_seats);

  perform linkdev.begin_act(p_change_id, 'plan_changed', v_at);
  update public.org_subscriptions
  set plan_name = p_to_plan, seats = v_seats, status = 'active', cancel_at_period_end = false, canceled_at = null,
    ended_at = null, trial_start = null, trial_end = null, current_period_start = v_at,
    current_period_end = case when p_to_plan <> 'free' then v_at + interval '1 month' end,
    price_id = (
      select p.id from public.prices p join public.products d on d.id = p.product_id
      where d.plan_name = p_to_plan and p.active and d.active and p."interval" = 'month' and p_to_plan <> 'free'
      order by p.unit_amount, p.id limit 1)
  where id = v_subscription.id;
  perform public.emit_notification_event(p_org_id, null, 'subscription.plan_changed',
    jsonb_build_object('from', p_from_plan, 'to', p_to_plan, 'seats', v_seats, 'changed_by', v_caller),
    linkdev.derived_id(p_change_id, 'notification'), v_at);
  perform linkdev.end_act();
  return jsonb_build_object('plan_name', p_to_plan, 'seats', v_seats, 'over', (
    select coalesce(jsonb_agg(jsonb_build_object('feature', feature_key, 'used', used, 'limit', allowed)
      order by feature_key), '[]')
    from public.organization_usage where org_id = p_org_id and allowed <> -1 and used > allowed));
end
$$;
comment on function public.change_organization_plan(uuid, text, text, integer, uuid, timestamptz)
  is 'Moves an organisation to another plan, from now on; answers which limits it is over then.';

create function public.change_seats(
  p_org_id uuid, p_from_seats integer, p_to_seats integer, p_change_id uuid default gen_random_uuid(),
  p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_staff();
  v_at timestamptz := linkdev.decided_at(p_changed_at);
  v_subscription public.org_subscriptions := linkdev.lock_subscription(p_org_id);
begin
  if v_subscription.seats is distinct from p_from_seats then
    perform linkdev.lost('seats.changed_meanwhile',
      format('The organisation has %s seats now. Look at it and decide again.', v_subscription.seats),
      jsonb_build_object('seats', v_subscription.seats),
      jsonb_build_object('seats', v_subscription.seats, 'plan_name', v_subscription.plan_name,
        'updated_at', v_subscription.updated_at),
      case when v_subscription.seats is distinct from p_to_seats
        then jsonb_build_object('p_from_seats', v_subscription.seats) end);
  elsif p_to_seats = p_from_seats then
    perform linkdev.refuse('p_to_seats', 'seats.unchanged', 'That is the number of seats already. Nothing would change.');
  end if;
  perform linkdev.check_seats(p_org_id, 'p_to_seats', v_subscription.plan_name, p_to_seats);

  perform linkdev.begin_act(p_change_id, 'seats_changed', v_at);
  update public.org_subscriptions set seats = p_to_seats where id = v_subscription.id;
  perform public.emit_notification_event(p_org_id, null, 'subscription.seats_changed',
    jsonb_build_object('from', p_from_seats, 'to', p_to_seats, 'changed_by', v_caller),
    linkdev.derived_id(p_change_id, 'notification'), v_at);
  perform linkdev.end_act();
  return jsonb_build_object('seats', p_to_seats);
end
$$;
comment on function public.change_seats(uuid, integer, integer, uuid, timestamptz)
  is 'Changes how many members are paid for: not below the members, not above what the plan allows.';

create function linkdev.end_at_period_end(
  p_org_id uuid, p_ends boolean, p_change_id uuid, p_changed_at timestamptz
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_staff();
  v_at timestamptz := linkdev.decided_at(p_changed_at);
  v_subscription public.org_subscriptions := linkdev.lock_subscription(p_org_id);
  v_current jsonb := jsonb_build_object('plan_name', v_subscription.plan_name, 'status', v_subscription.status,
    'cancel_at_period_end', v_subscription.cancel_at_period_end, 'current_period_end', v_subscription.current_period_end,
    'updated_at', v_subscription.updated_at);
begin
  if v_subscription.plan_name = 'free' then
    perform linkdev.refuse('p_org_id', 'subscription.free', 'The free plan has no period that could end.');
  elsif v_subscription.status not in ('active', 'trialing', 'past_due', 'unpaid', 'paused') then
    perform linkdev.lost('subscription.ended', 'The subscription is over already.', '{}', v_current, null);
  elsif p_ends and v_subscription.cancel_at_period_end then
    perform linkdev.lost('subscription.ends_already', 'Somebody else has canceled the subscription already.', '{}',
      v_current, null);
  elsif not p_ends and not v_subscription.cancel_at_period_end then
    perform linkdev.lost('subscription.runs_already', 'The subscription goes on already.', '{}', v_current, null);
  end if;

  perform linkdev.begin_act(p_change_id, case when p_ends then 'subscription_canceled' else 'subscription_resumed' end, v_at);
  update public.org_subscriptions
  set cancel_at_period_end = p_ends, canceled_at = case when p_ends then v_at end
  where id = v_subscription.id;
  perform public.emit_notification_event(p_org_id, null,
    case when p_ends then 'subscription.canceled' else 'subscription.resumed' end,
    jsonb_build_object('ends_at', v_subscription.current_period_end, 'changed_by', v_caller),
    linkdev.derived_id(p_change_id, 'notification'), v_at);
  perform linkdev.end_act();
  return jsonb_build_object('cancel_at_period_end', p_ends, 'current_period_end', v_subscription.current_period_end);
end
$$;
comment on function linkdev.end_at_period_end(uuid, boolean, uuid, timestamptz) is 'Lets a subscription end with its period, or go on.';

create function public.cancel_subscription(
  p_org_id uuid, p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select linkdev.end_at_period_end(p_org_id, true, p_change_id, p_changed_at)
$$;
comment on function public.cancel_subscription(uuid, uuid, timestamptz)
  is 'Lets a subscription end when its paid period does. Until then it can be resumed.';

create function public.resume_subscription(
  p_org_id uuid, p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language sql volatile security definer set search_path = ''
as $$
  select linkdev.end_at_period_end(p_org_id, false, p_change_id, p_changed_at)
$$;
comment on function public.resume_subscription(uuid, uuid, timestamptz)
  is 'Lets a subscription go on that would have ended with its period.';

create function public.set_plan_feature(
  p_plan text, p_feature text, p_from_value jsonb, p_value jsonb, p_change_id uuid default gen_random_uuid(),
  p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_caller uuid := linkdev.require_super_admin();
  v_at timestamptz := linkdev.decided_at(p_changed_at);
  v_value jsonb := case when jsonb_typeof(p_value) = 'number' then jsonb_build_object('limit', p_value) else p_value end;
  v_feature public.plan_features;
  v_limit numeric;
begin
  select * into v_feature from public.plan_features
    where plan_name = p_plan and feature_key = p_feature for no key update;
  if v_feature.id is null then
    perform linkdev.refuse('p_feature', 'feature.unknown', 'No plan has this feature. Choose one of the list.');
  elsif p_feature = 'features' then
    if jsonb_typeof(v_value) is distinct from 'object' or jsonb_path_exists(v_value, '$.* ? (@.type() != "boolean")') then
      perform linkdev.refuse('p_value', 'feature.switches_invalid', 'Give every switch the value true or false.');
    end if;
  else
    v_limit := case when jsonb_typeof(v_value) <> 'object' then null
      when jsonb_typeof(v_value -> 'limit') = 'number' and v_value - 'limit' = '{}' then (v_value ->> 'limit')::numeric end;
    if v_limit is null or v_limit < -1 or v_limit <> trunc(v_limit) or v_limit > 1e15 then
      perform linkdev.refuse('p_value', 'feature.limit_invalid',
        'Enter a whole number of zero or more, or -1 for unlimited.');
    end if;
  end if;
  if v_feature.feature_value is distinct from p_from_value then
    perform linkdev.lost('feature.changed_meanwhile',
      'Somebody else has changed this feature meanwhile. Look at it and decide again.',
      jsonb_build_object('plan', p_plan),
      jsonb_build_object('feature_value', v_feature.feature_value, 'updated_at', v_feature.updated_at),
      case when v_feature.feature_value <> v_value
        then jsonb_build_object('p_from_value', v_feature.feature_value) end);
  elsif v_feature.feature_value = v_value then
    perform linkdev.refuse('p_value', 'feature.unchanged', 'That is its value already. Nothing would change.');
  end if;

  perform linkdev.begin_act(p_change_id, 'plan_feature_changed', v_at,
    jsonb_build_object('plan', p_plan, 'feature', p_feature));
  update public.plan_features set feature_value = v_value where id = v_feature.id;
  perform linkdev.end_act();
  return jsonb_build_object('plan', p_plan, 'feature', p_feature, 'value', v_value, 'changed_by', v_caller,
    'organisations_over', (
      select count(*) from public.organisations_over_limit(p_plan, p_feature, v_limit::bigint)));
end
$$;
comment on function public.set_plan_feature(text, text, jsonb, jsonb, uuid, timestamptz)
  is 'Gives a feature of a plan another value: a whole number (-1 is unlimited), or switches. Who it puts over the limit: organisations_over_limit.';
