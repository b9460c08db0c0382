-- Everything about one person: given to them, and taken away for good.

-- A read, and no act: an act's answer is kept by the books of the sync, and this must not be kept anywhere else.
create function public.export_person(p_user_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_all jsonb;
  v_table text;
  v_rows jsonb;
begin
  perform resumepilot.require_permission('people');
  select jsonb_build_object('exported_at', now(), 'complete', resumepilot.is_server(),
    'account', jsonb_build_object('id', u.id, 'email', u.email)) into v_all
    from auth.users u where u.id = p_user_id;
  if v_all is null then
    perform resumepilot.refuse('p_user_id', 'person.unknown', 'This person does not exist.');
  end if;
  foreach v_table in array array['profiles', 'subscriptions', 'usage_tracking', 'interview_sessions',
    'interview_transcripts', 'resume_bullets', 'resume_generations', 'admin_users', 'system_events'] loop
    execute format('select coalesce(jsonb_agg(to_jsonb(t) order by t.created_at, t.id), ''[]'') from public.%I t where user_id = $1',
      v_table) into v_rows using p_user_id;
    v_all := v_all || jsonb_build_object(v_table, v_rows);
  end loop;
  select coalesce(jsonb_agg(to_jsonb(t) order by t.session_id, t.turn_number, t.id), '[]') into v_rows
    from public.interview_turns t join public.interview_sessions s on s.id = t.session_id where s.user_id = p_user_id;
  v_all := v_all || jsonb_build_object('interview_turns', v_rows);
  select coalesce(jsonb_agg(to_jsonb(d) order by d.created_at, d.id), '[]') into v_rows
    from public.resume_downloads d join public.resume_generations g on g.id = d.generation_id where g.user_id = p_user_id;
  return v_all || jsonb_build_object('resume_downloads', v_rows);
end
$$;
comment on function public.export_person(uuid)
  is 'Everything that is kept about one person, as one JSON: the account, and their rows by table. complete is false on a console, which may hold less than the server.';

create function resumepilot.files_of(p_user_id uuid) returns text[]
language sql stable set search_path = ''
as $$
  select coalesce(array_agg(distinct f.url order by f.url), '{}')
  from (
    select t.audio_url from public.interview_turns t join public.interview_sessions s on s.id = t.session_id
      where s.user_id = p_user_id
    union all
    select audio_file_url from public.interview_transcripts where user_id = p_user_id
    union all
    select d.file_url from public.resume_downloads d join public.resume_generations g on g.id = d.generation_id
      where g.user_id = p_user_id
  ) f (url)
  where f.url is not null
$$;
comment on function resumepilot.files_of(uuid) is 'Recordings and files of one person.';

create function public.erase_person(
  p_user_id uuid, p_email text, p_reason text, p_erasure_id uuid default gen_random_uuid(),
  p_erased_at timestamptz default now()
) returns jsonb
language plpgsql security definer set search_path = '' set timezone = 'UTC'
as $$
declare
  v_staff uuid := resumepilot.require_super_admin();
  v_at timestamptz := resumepilot.decided_at(p_erased_at);
  v_reason text := resumepilot.reason_of(p_reason);
  v_email text;
  v_files text[];
  v_gone jsonb := '{}';
  v_of record;
  v_count integer;
begin
  perform from auth.users where id = p_user_id for update;
  if not found then
    perform resumepilot.lost('person.gone', 'This person has been erased already.', '{}', '{}', null);
  end if;
  v_email := (select email from auth.users where id = p_user_id);
  if lower(btrim(p_email)) is distinct from lower(v_email) then
    perform resumepilot.refuse('p_email', 'person.email_differs', 'This is not the e-mail address of the person. Nothing was erased.');
  elsif resumepilot.role_of(p_user_id) is not null then
    perform resumepilot.refuse('p_user_id', 'person.is_staff', 'This person is on the staff. Suspend them first.');
  end if;

  v_files := resumepilot.files_of(p_user_id);
  for v_of in
    select * from (values
      ('resume_downloads', 'generation_id in (select id from public.resume_generations where user_id = $1)'),
      ('resume_generations', 'user_id = $1'),
      ('interview_turns', 'session_id in (select id from public.interview_sessions where user_id = $1)'),
      ('interview_sessions', 'user_id = $1'), ('interview_transcripts', 'user_id = $1'), ('resume_bullets', 'user_id = $1'),
      ('usage_tracking', 'user_id = $1'), ('subscriptions', 'user_id = $1'), ('profiles', 'user_id = $1')
    ) as of (name, theirs)
  loop
    execute format('delete from public.%I where %s', v_of.name, v_of.theirs) using p_user_id;
    get diagnostics v_count = row_count;
    v_gone := v_gone || jsonb_build_object(v_of.name, v_count);
  end loop;
  -- That something happened stays countable; whom it happened to, and every detail, does not.
  update public.system_events set user_id = null, ip_address = null, user_agent = null, event_data = null
    where user_id = p_user_id;
  get diagnostics v_count = row_count;
  delete from auth.users where id = p_user_id;
  perform resumepilot.write_event(p_erasure_id, 'person.erased', null, 'auth.users', null,
    jsonb_build_object('reason', v_reason, 'deleted', v_gone, 'anonymised', jsonb_build_object('system_events', v_count),
      'files', to_jsonb(v_files)), v_at);
  return jsonb_build_object('deleted', v_gone, 'anonymised', jsonb_build_object('system_events', v_count), 'files', v_files,
    'erased_by', v_staff);
end
$$;
comment on function public.erase_person(uuid, text, text, uuid, timestamptz)
  is 'Erases one person for good: the account and all their rows are deleted, their events lose name, address and details. The entry lists the files for the product to delete.';

-- A profile may come without an account by a restore: the key of the document allows an empty one.
create function public.profiles_without_account() returns table (id uuid, full_name text)
language plpgsql stable security definer set search_path = ''
as $$
begin
  perform resumepilot.require_member();
  return query
  select p.id, p.full_name from public.profiles p left join auth.users u on u.id = p.user_id where u.id is null order by p.id;
end
$$;
comment on function public.profiles_without_account() is 'Profiles that belong to no account, for the health page. There should be none.';
