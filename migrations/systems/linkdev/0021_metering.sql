-- Jobs and guards of the API: rolling up use, slowing down, forgetting what has expired.

create function public.aggregate_usage(p_period_type text, p_start timestamptz, p_end timestamptz) returns integer
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_unit text := case p_period_type when 'daily' then 'day' when 'monthly' then 'month' end;
  v_from timestamptz;
  v_to timestamptz;
  v_count integer;
begin
  if v_unit is null then
    perform linkdev.refuse('p_period_type', 'usage.period_invalid', 'Choose daily or monthly.');
  elsif p_start is null or p_end is null or p_end <= p_start then
    perform linkdev.refuse('p_end', 'usage.range_invalid', 'Choose an end after the start.');
  end if;
  -- Whole periods only, so that rolling up again gives the same; one roll-up at a time, so that none overwrites a
  -- later one with older numbers.
  perform pg_advisory_xact_lock(hashtextextended('linkdev.aggregate_usage', 0));
  v_from := date_trunc(v_unit, p_start, 'UTC');
  v_to := date_trunc(v_unit, p_end - interval '1 microsecond', 'UTC') + ('1 ' || v_unit)::interval;

  insert into public.usage_aggregations
    (org_id, user_id, event_type, period_type, period_start, period_end, total, event_count)
  select org_id, user_id, event_type, p_period_type, period, period + ('1 ' || v_unit)::interval, sum(quantity), count(*)
  from (
    select org_id, user_id, event_type, quantity, date_trunc(v_unit, created_at, 'UTC') as period
    from public.usage_events where created_at >= v_from and created_at < v_to
  ) e
  group by org_id, user_id, event_type, period
  on conflict on constraint usage_aggregations_once do update
  set total = excluded.total, event_count = excluded.event_count
  where (usage_aggregations.total, usage_aggregations.event_count) <> (excluded.total, excluded.event_count);
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.aggregate_usage(text, timestamptz, timestamptz)
  is 'For a job: rolls events up by day or month (UTC); answers how many sums are new or changed. Doing it again changes nothing.';

create function public.get_or_create_rate_limit_bucket(
  p_bucket_key text, p_window_seconds integer, p_user_id uuid default null, p_org_id uuid default null
) returns public.rate_limits
language plpgsql security definer set search_path = ''
as $$
declare
  v_start constant timestamptz := to_timestamp(floor(extract(epoch from clock_timestamp()) / p_window_seconds) * p_window_seconds);
  v_bucket public.rate_limits;
begin
  insert into public.rate_limits (bucket_key, user_id, org_id, window_start, window_seconds)
  values (p_bucket_key, p_user_id, p_org_id, v_start, p_window_seconds)
  on conflict (bucket_key, window_seconds, window_start) do nothing;
  select * into v_bucket from public.rate_limits
    where bucket_key = p_bucket_key and window_seconds = p_window_seconds and window_start = v_start;
  return v_bucket;
end
$$;
comment on function public.get_or_create_rate_limit_bucket(text, integer, uuid, uuid)
  is 'The window of now in which requests of this kind are counted.';

create function public.check_rate_limit_bucket(
  p_bucket_key text, p_max_requests integer, p_window_seconds integer, p_user_id uuid default null,
  p_org_id uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_bucket public.rate_limits := public.get_or_create_rate_limit_bucket(p_bucket_key, p_window_seconds, p_user_id, p_org_id);
  v_count integer;
begin
  -- Counted and compared in one statement: of many at once, no more than allowed get through.
  update public.rate_limits set request_count = request_count + 1
  where id = v_bucket.id and request_count < p_max_requests
  returning request_count into v_count;
  return jsonb_build_object('allowed', v_count is not null, 'remaining', greatest(p_max_requests - coalesce(v_count, p_max_requests), 0),
    'reset_at', v_bucket.window_start + make_interval(secs => p_window_seconds));
end
$$;
comment on function public.check_rate_limit_bucket(text, integer, integer, uuid, uuid)
  is 'Counts a request, and says whether it is within the limit: {"allowed", "remaining", "reset_at"}.';

create function public.cleanup_expired_idempotency_keys() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.idempotency_keys where expires_at <= now();
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.cleanup_expired_idempotency_keys() is 'For a job: forgets answers that need not be repeated any more.';

create function public.cleanup_expired_rate_limits() returns integer
language plpgsql security definer set search_path = ''
as $$
declare
  v_count integer;
begin
  delete from public.rate_limits where window_start + make_interval(secs => window_seconds) <= now() - interval '1 day';
  get diagnostics v_count = row_count;
  return v_count;
end
$$;
comment on function public.cleanup_expired_rate_limits() is 'For a job: forgets windows that closed more than a day ago.';
