-- Who this server is, so that one that was restored, branched or swapped is noticed before anything is sent to it.

create or replace function console_sync.server_id() returns uuid
language sql stable security definer
set search_path = ''
as $$
  select server_id from console_sync.identity
$$;

-- What of the server's control data tells a restored, branched or swapped server from the one it was:
-- the cluster, its timeline, and the database and table that hold our identity (a dump brings new ones).
create or replace function console_sync.timeline() returns text
language plpgsql stable security definer
set search_path = ''
as $$
declare
  v_text text := 'console_sync.identity'::regclass::oid::text;
begin
  select v_text || ':' || d.oid into v_text from pg_catalog.pg_database d where d.datname = current_database();
  begin
    select v_text || ':' || c.system_identifier into v_text from pg_catalog.pg_control_system() c;
    v_text := v_text || ':' || left(pg_catalog.pg_walfile_name(pg_catalog.pg_current_wal_insert_lsn()), 8);
  exception when insufficient_privilege or object_not_in_prerequisite_state or undefined_function or feature_not_supported then
    -- A server that hides its control data has only the rest to be known by; the answer must not vary with time.
    null;
  end;
  return v_text;
end
$$;

create or replace function console_sync.epoch() returns text
language sql stable security definer
set search_path = ''
as $$
  select md5(i.epoch::text || ':' || console_sync.timeline()) from console_sync.identity i
$$;
