-- The plans as they begin: 9 features of 4 plans. Ids are the same everywhere, so that a mirror has the rows of its server.

insert into public.plan_features (id, plan_name, feature_key, feature_value)
select linkdev.derived_id('00000000-0000-0000-0000-000000000000', plan || ' ' || key), plan, key, value
from (values ('free', 0), ('pro', 1), ('business', 2), ('enterprise', 3)) p (plan, at)
cross join (values
  ('max_records', array[100, 10000, 100000, -1]),
  ('max_api_calls_per_month', array[1000, 50000, 500000, -1]),
  ('max_automations', array[10, 500, 5000, -1]),
  ('max_storage_gb', array[1, 50, 500, -1]),
  ('max_mau', array[5, 500, 5000, -1]),
  ('max_schedules', array[2, 50, 500, -1]),
  ('max_ai_tokens_per_month', array[10000, 1000000, 10000000, -1]),
  ('max_seats', array[1, 5, 50, -1])
) f (key, limits)
cross join lateral (select jsonb_build_object('limit', limits[at + 1]) as value) v;

insert into public.plan_features (id, plan_name, feature_key, feature_value)
select linkdev.derived_id('00000000-0000-0000-0000-000000000000', plan || ' features'), plan, 'features',
  jsonb_build_object('basic', true, 'api_access', at >= 1, 'advanced_analytics', at >= 1, 'sso', at >= 2,
    'custom_branding', at >= 2, 'priority_support', at >= 2, 'dedicated_support', at >= 3, 'custom_contract', at >= 3)
from (values ('free', 0), ('pro', 1), ('business', 2), ('enterprise', 3)) p (plan, at);
