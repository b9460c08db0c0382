-- The last file: what a mirror is when it is made, so that none has to find it out for itself.

-- Every Supabase project has these.
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;

-- What a product is born with comes from the server like all other rows: the person may not see it, or it is gone.
do $$
begin
  -- Audit logs refuse to be emptied.
  set local session_replication_role = replica;
  execute (
    select format('truncate %s', string_agg(oid::regclass::text, ', ')) from pg_catalog.pg_class
    where relkind in ('r', 'p') and relpersistence = 'p' and relnamespace::regnamespace::text not in (
      'pg_catalog', 'information_schema', 'outpost', 'console_sync'
    )
  );
end
$$;

-- No row until here: the mirror can only make keys of its own from now on.
select outpost.count_down();

-- Its list of objects, for as long as they are the ones that it was made with: to list them takes a second.
create table outpost.as_made (
  objects jsonb not null
);
insert into outpost.as_made select console_sync.schema();

analyze;
