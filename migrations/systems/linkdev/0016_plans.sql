-- How much of what its plan allows each organisation uses.

create function linkdev.plan_limit(p_plan text, p_feature text) returns bigint
language sql stable security definer set search_path = ''
as $$
  select (feature_value ->> 'limit')::bigint from public.plan_features
  where plan_name = p_plan and feature_key = p_feature
$$;
comment on function linkdev.plan_limit(text, text) is 'A limit of a plan; -1 is unlimited.';

create function public.check_feature_access(p_org_id uuid, p_feature text, p_user_id uuid) returns jsonb
language plpgsql stable security definer set search_path = ''
as $$
declare
  -- The system's own verification names the person first and the organisation last. Ids can't be confused, so
  -- both orders are understood.
  v_org constant uuid := (select id from public.organizations where id in (p_org_id, p_user_id) limit 1);
begin
  if auth.uid() is not null and not public.is_staff() and v_org is not null
    and v_org not in (select public.own_org_ids()) then
    raise exception using errcode = '42501', message = 'You don''t belong to this organisation.',
      detail = '{"code": "organization.not_yours", "params": {}}';
  end if;
  return (
    select f.feature_value from public.plan_features f
    where f.feature_key = p_feature and v_org is not null and f.plan_name = coalesce((
      select s.plan_name from public.org_subscriptions s
      where s.org_id = v_org and s.status in ('active', 'trialing', 'past_due')), 'free')
  );
end
$$;
comment on function public.check_feature_access(uuid, text, uuid)
  is 'What the plan of an organisation allows: {"limit": 100}, or the switches. A subscription that has ended counts as free.';

create view public.organization_usage with (security_invoker = true) as
select u.org_id, u.org_name, u.is_personal, u.plan_name, u.feature_key, u.used, u.allowed,
  case when u.allowed > 0 then round(100 * u.used / u.allowed, 1) end as percent
from (
  select o.id as org_id, o.name as org_name, o.is_personal, s.plan_name, f.feature_key,
    (f.feature_value ->> 'limit')::bigint as allowed,
    (case f.feature_key
      when 'max_records' then (select count(*) from public.records r where r.org_id = o.id)
      when 'max_seats' then (select count(*) from public.organization_members m where m.org_id = o.id)
      when 'max_schedules' then (select count(*) from public.schedules c where c.org_id = o.id and c.is_active)
      when 'max_storage_gb' then (
        select coalesce(round(sum(a.size_bytes) / 1e9, 2), 0) from public.attachments a where a.org_id = o.id)
      when 'max_mau' then (
        select count(*) from public.usage_aggregations g
        where g.org_id = o.id and g.period_type = 'monthly' and g.period_start = date_trunc('month', now(), 'UTC')
          and g.event_type = 'user_active')
      else (
        select coalesce(sum(g.total), 0) from public.usage_aggregations g
        where g.org_id = o.id and g.period_type = 'monthly' and g.period_start = date_trunc('month', now(), 'UTC')
          and g.event_type = case f.feature_key when 'max_api_calls_per_month' then 'api_call'
            when 'max_automations' then 'automation_run' else 'ai_tokens_used' end)
    end)::numeric as used
  from public.organizations o
  join public.org_subscriptions s on s.org_id = o.id
  join public.plan_features f on f.plan_name = s.plan_name and f.feature_key <> 'features'
) u;
-- inferred
comment on view public.organization_usage
  is 'How much of each limit of its plan an organisation uses; what is limited by month is that of this month (UTC).';
comment on column public.organization_usage.allowed is '-1 is unlimited.';
comment on column public.organization_usage.percent is 'Used of allowed, in percent; empty when unlimited.';

create function public.organisations_over_limit(p_plan text, p_feature text, p_value bigint)
returns table (org_id uuid, org_name text, used numeric, allowed bigint)
language sql stable set search_path = ''
as $$
  select u.org_id, u.org_name, u.used, u.allowed from public.organization_usage u
  where u.plan_name = p_plan and u.feature_key = p_feature and p_value <> -1 and u.used > p_value
  order by u.used desc, u.org_id
$$;
comment on function public.organisations_over_limit(text, text, bigint)
  is 'The organisations of a plan that would be over a limit if it had this value.';

create view public.team_members with (security_barrier = true) as
select m.id, m.org_id, m.user_id, m.role, m.created_at, u.display_name, u.full_name, u.email, u.avatar_url
from public.organization_members m
join public.users u on u.id = m.user_id
where (select public.console_role()) is not null or m.org_id in (select public.own_org_ids());
-- With its owner's rights: a member sees the names of the others, but not the rest of their profiles.
comment on view public.team_members is 'The members of organisations with their names, for who belongs to them and for staff.';

revoke all on public.organization_usage, public.team_members from public, anon, authenticated;
grant select on public.organization_usage, public.team_members to authenticated, service_role;
