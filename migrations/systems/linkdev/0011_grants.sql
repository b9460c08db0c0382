-- Who may touch which columns at all; the policies then say which rows. A project grants everything to everyone by
-- default, so this starts from nothing. Members, invitations, plans and seats are not here: they go through functions
-- that carry the rules.

do $$
declare
  v_table text;
begin
  foreach v_table in array array[
    'users', 'organizations', 'organization_members', 'invites', 'products', 'prices', 'billing_customers',
    'org_subscriptions', 'processed_events', 'record_types', 'records', 'attachments', 'reminders', 'schedules',
    'notifications_outbox', 'audit_logs', 'idempotency_keys', 'rate_limits', 'posts', 'usage_events',
    'usage_aggregations', 'plan_features'
  ] loop
    execute format('alter table public.%I enable row level security', v_table);
    execute format('revoke all on public.%I from public, anon, authenticated', v_table);
    execute format('grant select on public.%I to authenticated', v_table);
    execute format('grant all on public.%I to service_role', v_table);
  end loop;
end
$$;

-- Nobody writes the audit log, the service included: triggers do.
revoke insert, update, delete, truncate on public.audit_logs from service_role;

-- What the public pages show.
grant select on public.plan_features, public.products, public.prices, public.posts to anon;

-- The catalogue and the blog: staff.
grant insert, update, delete on public.products, public.prices, public.posts to authenticated;

-- A person's own profile. What they are on the platform is not in it.
grant update (
  full_name, avatar_url, billing_address, payment_method, username, display_name, personal_title, first_name,
  middle_name, last_name, phone_country_code, phone_number, personal_apt_suite, personal_street_address_1,
  personal_street_address_2, personal_city, personal_state, personal_postal_code, personal_country, bio, education,
  work_experience, business_position, business_company, business_apt_suite, business_street_address_1,
  business_street_address_2, business_city, business_state, business_postal_code, business_country, profile_completed,
  language, time_zone
) on public.users to authenticated;

grant insert (id, name, owner_id, org_type, slug, description, avatar_url, settings),
  update (name, org_type, slug, description, avatar_url, settings), delete on public.organizations to authenticated;

-- The content of organisations.
grant insert, update, delete on public.record_types, public.records, public.schedules, public.reminders to authenticated;
grant insert, delete on public.attachments to authenticated;
grant insert (id, org_id, user_id, event_type, quantity, metadata) on public.usage_events to authenticated;
