-- Another plan, another status, or an end at the end of the period.

create function public.change_subscription(
  p_subscription_id uuid, p_from_plan text, p_from_status text, p_from_cancel boolean, p_plan public.plan_choice,
  p_status public.subscription_status_choice, p_cancel_at_period_end boolean, p_reason text,
  p_change_id uuid default gen_random_uuid(), p_changed_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_permission('subscriptions');
  v_at timestamptz := resumepilot.decided_at(p_changed_at);
  v_reason text := resumepilot.reason_of(p_reason);
  v_user_id uuid := (select user_id from public.subscriptions where id = p_subscription_id);
  v_was public.subscriptions;
  v_now jsonb;
begin
  -- All of the person's, in one order: two changes at once could each make another one active.
  perform from public.subscriptions where user_id = v_user_id order by id for no key update;
  select * into v_was from public.subscriptions where id = p_subscription_id for no key update;
  v_now := jsonb_build_object('plan_name', v_was.plan_name, 'status', v_was.status,
    'cancel_at_period_end', coalesce(v_was.cancel_at_period_end, false));
  if v_was.id is null then
    perform resumepilot.refuse('p_subscription_id', 'subscription.unknown', 'This subscription does not exist, or not any more.');
  elsif p_plan is null then
    perform resumepilot.refuse('p_plan', 'subscription.plan_required', 'Choose a plan.');
  elsif p_status is null then
    perform resumepilot.refuse('p_status', 'subscription.status_required', 'Choose a status.');
  elsif v_now <> jsonb_build_object('plan_name', p_from_plan, 'status', p_from_status,
    'cancel_at_period_end', coalesce(p_from_cancel, false)) then
    perform resumepilot.lost('subscription.changed', 'This subscription has changed meanwhile. Look at it and decide again.',
      '{}', v_now || jsonb_build_object('updated_at', v_was.updated_at),
      jsonb_build_object('p_from_plan', v_was.plan_name, 'p_from_status', v_was.status,
        'p_from_cancel', coalesce(v_was.cancel_at_period_end, false)));
  elsif v_now = jsonb_build_object('plan_name', p_plan, 'status', p_status,
    'cancel_at_period_end', coalesce(p_cancel_at_period_end, false)) then
    perform resumepilot.refuse('p_plan', 'subscription.unchanged', 'It is so already. Nothing would change.');
  elsif coalesce(p_cancel_at_period_end, false) and p_status <> 'active' then
    perform resumepilot.refuse('p_cancel_at_period_end', 'subscription.not_running',
      'Only an active subscription can end at the end of its period.');
  elsif p_status = 'active' and exists (
    select from public.subscriptions where user_id = v_was.user_id and status = 'active' and id <> p_subscription_id
  ) then
    perform resumepilot.refuse('p_status', 'subscription.another_active', 'This person has another active subscription. End that one first.');
  end if;

  update public.subscriptions
    set plan_name = p_plan::text, status = p_status::text, cancel_at_period_end = coalesce(p_cancel_at_period_end, false)
    where id = p_subscription_id;
  perform resumepilot.write_event(p_change_id, 'subscription.changed', v_was.user_id, 'subscriptions', p_subscription_id,
    jsonb_build_object('reason', v_reason, 'from', v_now, 'to', jsonb_build_object('plan_name', p_plan, 'status', p_status,
      'cancel_at_period_end', coalesce(p_cancel_at_period_end, false))), v_at);
  return jsonb_build_object('change_id', p_change_id, 'changed_by', v_staff);
end
$$;
comment on function public.change_subscription(
  uuid, text, text, boolean, public.plan_choice, public.subscription_status_choice, boolean, text, uuid, timestamptz
) is 'Gives a subscription another plan or status, or ends it with its period. Stripe is not told: what it bills is changed there.';
