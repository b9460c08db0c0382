-- Subscriptions, as far as staff change them: the provider's own events come through its webhooks.

create function public.change_subscription(
  p_subscription_id uuid, p_from_plan_id uuid, p_plan_id uuid, p_from_status public.subscription_status,
  p_status public.subscription_status, p_cancel_at_period_end boolean, p_reason text,
  p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := dracarys.require_admin();
  v_reason text := dracarys.reason_of(p_reason);
  v_subscription public.user_subscriptions;
begin
  select * into v_subscription from public.user_subscriptions where id = p_subscription_id for no key update;
  if v_subscription.id is null then
    perform dracarys.refuse('p_subscription_id', 'learner_subscription.unknown', 'This subscription does not exist.');
  elsif p_status is null then
    perform dracarys.refuse('p_status', 'learner_subscription.status_required', 'Choose a status.');
  elsif (v_subscription.plan_id, v_subscription.status) is distinct from (p_from_plan_id, p_from_status) then
    perform dracarys.lost('learner_subscription.changed', format('The subscription of %s has changed meanwhile. Look at it and decide again.',
        dracarys.name_of(v_subscription.user_id)),
      jsonb_build_object('person', dracarys.name_of(v_subscription.user_id)),
      jsonb_build_object('status', v_subscription.status, 'plan', (select name from public.subscription_plans where id = v_subscription.plan_id),
        'current_period_end', v_subscription.current_period_end),
      jsonb_build_object('p_from_plan_id', v_subscription.plan_id, 'p_from_status', v_subscription.status));
  elsif (p_plan_id, p_status, coalesce(p_cancel_at_period_end, false))
    is not distinct from (v_subscription.plan_id, v_subscription.status, v_subscription.cancel_at_period_end) then
    perform dracarys.refuse('p_status', 'learner_subscription.unchanged', 'It is so already. Nothing would change.');
  elsif not exists (
    select from public.subscription_plans where id = p_plan_id and (is_active or id = v_subscription.plan_id)
  ) then
    perform dracarys.refuse('p_plan_id', 'learner_subscription.plan_not_sold', 'Choose a plan that is sold.');
  elsif p_status = 'canceled' and p_cancel_at_period_end then
    perform dracarys.refuse('p_cancel_at_period_end', 'learner_subscription.ended',
      'A canceled subscription has ended: it can''t end with its period as well.');
  end if;
  update public.user_subscriptions set plan_id = p_plan_id, status = p_status,
    cancel_at_period_end = coalesce(p_cancel_at_period_end, false) where id = p_subscription_id;
  perform dracarys.write_activity(p_change_id, 'subscription.changed', 'user_subscriptions', p_subscription_id,
    jsonb_build_object('person', v_subscription.user_id, 'reason', v_reason,
      'before', jsonb_build_object('plan_id', p_from_plan_id, 'status', p_from_status, 'cancel_at_period_end', v_subscription.cancel_at_period_end),
      'after', jsonb_build_object('plan_id', p_plan_id, 'status', p_status, 'cancel_at_period_end', coalesce(p_cancel_at_period_end, false))),
    dracarys.decided_at(p_changed_at));
  return jsonb_build_object('subscription_id', p_subscription_id, 'status', p_status, 'changed_by', v_staff);
end
$$;
comment on function public.change_subscription(
  uuid, uuid, uuid, public.subscription_status, public.subscription_status, boolean, text, uuid, timestamptz
) is 'Gives a subscription another plan or status, or ends it with its period. The provider is not told.';
