-- Plans and use. Months are counted in UTC: the document's functions take the month of the session's time zone, so that
-- the same moment belongs to different months for different connections.

create function public.plan_limits(p_plan text) returns table (interviews integer, cover_letters integer)
language sql immutable set search_path = ''
as $$
  select l.interviews, l.cover_letters
  from (values ('starter', 1, 0), ('pro', 10, 0), ('career', 30, 3), ('coach', -1, -1)) as l (plan, interviews, cover_letters)
  where l.plan = p_plan
$$;
comment on function public.plan_limits(text) is 'What a plan allows in a month; -1 is unlimited. No row for a plan that does not exist.';

create function public.usage_month(p_at timestamptz default now()) returns text
language sql stable set search_path = ''
as $$
  select to_char(p_at at time zone 'UTC', 'YYYY-MM')
$$;
comment on function public.usage_month(timestamptz) is 'The month, in UTC, in which something at this moment is counted.';

create function public.increment_usage(p_user_id uuid, p_action text, p_month text default public.usage_month())
returns void
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
begin
  perform resumepilot.require_self_or_staff(p_user_id);
  if p_action is null or p_action not in ('interview', 'cover_letter') then
    perform resumepilot.refuse('p_action', 'usage.action_unknown', 'Choose what is counted: interview or cover_letter.');
  elsif p_month is null or p_month !~ '^[0-9]{4}-(0[1-9]|1[0-2])$' then
    perform resumepilot.refuse('p_month', 'usage.month_invalid', 'Write the month as year and month, like 2026-03.');
  elsif not exists (select from auth.users where id = p_user_id) then
    perform resumepilot.refuse('p_user_id', 'person.unknown', 'This person does not exist.');
  end if;
  insert into public.usage_tracking as u (user_id, month, interviews_used, cover_letters_used)
  values (p_user_id, p_month, (p_action = 'interview')::integer, (p_action = 'cover_letter')::integer)
  on conflict (user_id, month) do update set
    interviews_used = coalesce(u.interviews_used, 0) + excluded.interviews_used,
    cover_letters_used = coalesce(u.cover_letters_used, 0) + excluded.cover_letters_used;
end
$$;
comment on function public.increment_usage(uuid, text, text)
  is 'Counts an interview or a cover letter of somebody, in this month (UTC) unless another one is named.';

create function resumepilot.remaining(p_allowed integer, p_used integer) returns integer
language sql immutable set search_path = ''
as $$
  -- The document subtracts and stops there, so that one too many reads as -1, which is unlimited.
  select case when p_allowed = -1 then -1 else greatest(coalesce(p_allowed, 0) - coalesce(p_used, 0), 0) end
$$;
comment on function resumepilot.remaining(integer, integer) is 'What is left of a limit, never below zero; -1 is unlimited.';

create function public.get_user_subscription_status(p_user_id uuid)
returns table (plan_name text, status text, interviews_remaining integer, cover_letters_remaining integer, is_admin boolean)
language plpgsql stable security definer set search_path = '' set timezone = 'UTC'
as $$
begin
  perform resumepilot.require_self_or_staff(p_user_id);
  return query
  select coalesce(s.plan_name, 'starter'), coalesce(s.status, 'none'),
    case when a.is_admin then -1 else resumepilot.remaining(l.interviews, u.interviews_used) end,
    case when a.is_admin then -1 else resumepilot.remaining(l.cover_letters, u.cover_letters_used) end,
    a.is_admin
  from auth.users p
  cross join lateral (select resumepilot.role_of(p.id) is not null as is_admin) a
  -- One row, also for somebody who has two subscriptions, which the health page shows.
  left join lateral (
    select x.plan_name, x.status from public.subscriptions x
    where x.user_id = p.id and x.status = 'active' order by x.created_at desc, x.id limit 1
  ) s on true
  left join lateral public.plan_limits(s.plan_name) l on true
  left join public.usage_tracking u on u.user_id = p.id and u.month = public.usage_month()
  where p.id = p_user_id;
end
$$;
comment on function public.get_user_subscription_status(uuid)
  is 'Somebody''s plan and what is left of it this month (UTC); -1 is unlimited. Without an active subscription nothing is left.';

-- inferred
create view public.usage_against_plan with (security_invoker = true) as
select u.id, u.user_id, p.full_name, coalesce(s.plan_name, 'none') as plan_name, u.month, u.interviews_used,
  coalesce(l.interviews, 0) as interviews_allowed, u.cover_letters_used, coalesce(l.cover_letters, 0) as cover_letters_allowed,
  (coalesce(l.interviews, 0) <> -1 and coalesce(u.interviews_used, 0) > coalesce(l.interviews, 0))
    or (coalesce(l.cover_letters, 0) <> -1 and coalesce(u.cover_letters_used, 0) > coalesce(l.cover_letters, 0)) as is_over,
  coalesce(l.interviews > 0 and u.interviews_used >= 0.8 * l.interviews and u.interviews_used <= l.interviews, false)
    or coalesce(l.cover_letters > 0 and u.cover_letters_used >= 0.8 * l.cover_letters and u.cover_letters_used <= l.cover_letters, false) as is_near
from public.usage_tracking u
left join lateral (
  select x.plan_name from public.subscriptions x
  where x.user_id = u.user_id and x.status = 'active' order by x.created_at desc, x.id limit 1
) s on true
left join lateral public.plan_limits(s.plan_name) l on true
left join lateral (
  select x.full_name from public.profiles x where x.user_id = u.user_id order by x.created_at, x.id limit 1
) p on true
where u.month = public.usage_month();
comment on view public.usage_against_plan is 'This month''s use (UTC) beside what the plan allows.';
comment on column public.usage_against_plan.plan_name is 'none without an active subscription, which allows nothing.';
comment on column public.usage_against_plan.interviews_allowed is '-1 is unlimited.';
comment on column public.usage_against_plan.cover_letters_allowed is '-1 is unlimited.';
comment on column public.usage_against_plan.is_over is 'More was used than the plan allows.';
comment on column public.usage_against_plan.is_near is 'Four fifths of a limit are used, or all of it.';

revoke all on public.usage_against_plan from public, anon, authenticated;
grant select on public.usage_against_plan to authenticated, service_role;
