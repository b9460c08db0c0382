-- How much of each table is kept here (the fact `scope`: migrations/sync/0030_scope), and the rows outside of it that are
-- here all the same.

-- What is kept of a table: null for all of it.
create function outpost.kept(p_relation text) returns jsonb
language sql stable set search_path = ''
as $$
  select value::jsonb -> p_relation from outpost.facts where name = 'scope'
$$;

-- The condition that a row of the given alias is among them.
create function outpost.is_kept(p_alias text, p_relation text) returns text
language sql stable set search_path = ''
as $$
  select console_sync.kept_condition(
    p_alias, p_relation::regclass, outpost.kept(p_relation), format('(%L::jsonb)', outpost.kept(p_relation)))
$$;

-- Lets go of every row that is not kept and that nobody asked for. Answers which tables changed. Call with
-- session_replication_role = replica, with no local effects in place.
create function outpost.prune() returns text[]
language plpgsql set search_path = ''
as $$
declare
  r outpost.relations;
  touched text[] := '{}';
  removed bigint;
begin
  for r in select * from outpost.relations loop
    execute format(
      'delete from outpost.on_demand k using %1$s t where k.relation = %1$L and k.key = %2$s and %3$s',
      r.relation, replace(r.key_of, '($1)', 't'), outpost.is_kept('t', r.relation)
    );
    continue when outpost.kept(r.relation) is null;
    execute format(
      'delete from %1$s t where not %2$s
       and not exists (select from outpost.on_demand k where k.relation = %1$L and k.key = %3$s)',
      r.relation, outpost.is_kept('t', r.relation), replace(r.key_of, '($1)', 't')
    );
    get diagnostics removed = row_count;
    if removed > 0 then
      touched := touched || r.relation;
      perform outpost.count_rows(-removed);
    end if;
  end loop;
  return touched;
end
$$;

-- The rows that pending decisions stand on: those that they changed, those that the changed ones refer to, and those that
-- the arguments of their calls name.
create function outpost.stood_on(p_operations jsonb) returns table (relation text, key text)
language sql stable set search_path = ''
as $$
  select relation, key from outpost.effects
  union
  select
    format('%s.%s', n.nspname, c.relname),
    (select jsonb_agg(e.image ->> a.attname order by part.at)
     from unnest(f.conkey) with ordinality part (attnum, at)
     join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = part.attnum)::text
  from outpost.effects e
  join pg_catalog.pg_constraint f on f.contype = 'f' and f.conrelid = e.relation::regclass
  join pg_catalog.pg_class c on c.oid = f.confrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where e.image is not null
  union
  select r.relation, jsonb_build_array(arg.value #>> '{}')::text
  from outpost.relations r, jsonb_array_elements(p_operations) o, jsonb_each(o -> 'args') arg
  where cardinality(r.key) = 1 and o ->> 'kind' = 'call'
$$;

-- Keeps rows that are here although they are not kept: of the given ones, those that are here and outside.
create function outpost.pin(p_relation text, p_keys text[], p_at timestamptz) returns void
language plpgsql set search_path = ''
as $$
declare
  r outpost.relations;
begin
  select * into r from outpost.relations where relation = p_relation;
  if not found or outpost.kept(p_relation) is null then
    return;
  end if;
  execute format(
    'insert into outpost.on_demand select %1$L, k.key, $2 from unnest($1) as k (key)
     where exists (select from %1$s t where %2$s = k.key and not %3$s) on conflict do nothing',
    r.relation, replace(r.key_of, '($1)', 't'), outpost.is_kept('t', r.relation)
  ) using p_keys, p_at;
end
$$;

-- Puts the rows of pg_temp.incoming in place that are not kept anyway, as the server had them at a moment. A row that is
-- kept comes with the pull, with the others of its cut; one that has a unique value of a row here has to wait for it too.
-- Same condition as `prune`.
create function outpost.put_on_demand(p_relation text, p_at timestamptz) returns void
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  r outpost.relations;
  removed bigint;
  added bigint;
begin
  select * into strict r from outpost.relations where relation = p_relation;
  execute format('delete from pg_temp.incoming t where %s', outpost.is_kept('t', p_relation));
  execute format(
    'delete from %s t using (select %s as key from pg_temp.incoming i) k where %s',
    p_relation, replace(r.key_of, '($1)', 'i'), r.key_is
  );
  get diagnostics removed = row_count;
  execute format(
    'delete from outpost.on_demand k using pg_temp.incoming i where k.relation = %L and k.key = %s',
    p_relation, replace(r.key_of, '($1)', 'i')
  );
  perform outpost.judge(p_relation, false);
  execute format(
    'insert into %s (%s) overriding system value select %2$s from pg_temp.incoming on conflict do nothing',
    p_relation, r.columns
  );
  get diagnostics added = row_count;
  perform outpost.judge(p_relation, true);
  execute format(
    'insert into outpost.on_demand select %L, k.key, $1 from (select %s as key from pg_temp.incoming i) k
     where exists (select from %s t where %s)',
    p_relation, replace(r.key_of, '($1)', 'i'), p_relation, r.key_is
  ) using p_at;
  perform outpost.count_rows(added - removed);
end
$$;

-- Lets go of rows that somebody asked for, and that the server has no more. Same condition as `prune`.
create function outpost.drop_on_demand(p_relation text, p_keys text[]) returns void
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  removed bigint;
begin
  execute format(
    'delete from %s t using (select key from outpost.on_demand where relation = %1$L and key = any ($1)) k where %s',
    p_relation, (select key_is from outpost.relations where relation = p_relation)
  ) using p_keys;
  get diagnostics removed = row_count;
  delete from outpost.on_demand where relation = p_relation and key = any (p_keys);
  perform outpost.count_rows(-removed);
end
$$;

-- The key text of a row by the values of its key columns; null when one is missing.
create function outpost.key_text(p_relation text, p_values jsonb) returns text
language plpgsql stable set search_path = ''
as $$
declare
  key text;
begin
  execute (
    select format('select pg_catalog.jsonb_build_array(%s)::text', string_agg(
      format('(($1) ->> %L)::%s::text', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by part.at))
    from outpost.relations r, unnest(r.key) with ordinality as part (name, at)
    join pg_catalog.pg_attribute a on a.attrelid = p_relation::regclass and a.attname = part.name
    where r.relation = p_relation
  ) into key using p_values;
  return case when key::jsonb @> 'null' then null else key end;
end
$$;

create function outpost.is_here(p_relation text, p_key text) returns boolean
language plpgsql stable set search_path = ''
as $$
declare
  here boolean;
begin
  execute format('select exists (select from %s t, (select $1 as key) k where %s)', p_relation,
    (select key_is from outpost.relations where relation = p_relation))
  into here using p_key;
  return here;
end
$$;

-- What a broken foreign key of a table refers to, when its parent may well be on the server: the parent is not mirrored, or
-- not all of it is kept. `column_name` and `parent_column` are null for a key of several columns.
create function outpost.beyond(
  p_schema text, p_table text, p_constraint text, out parent text, out column_name text, out parent_column text
)
returns record
language sql stable set search_path = ''
as $$
  select format('%s.%s', n.nspname, c.relname),
    case when cardinality(f.conkey) = 1 then
      (select attname from pg_catalog.pg_attribute where attrelid = f.conrelid and attnum = f.conkey[1]) end,
    case when cardinality(f.conkey) = 1 then
      (select attname from pg_catalog.pg_attribute where attrelid = f.confrelid and attnum = f.confkey[1]) end
  from pg_catalog.pg_constraint f
  join pg_catalog.pg_class c on c.oid = f.confrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  left join outpost.relations r on r.relation = format('%s.%s', n.nspname, c.relname)
  where f.contype = 'f' and f.conname = p_constraint
    and f.conrelid = to_regclass(format('%I.%I', p_schema, p_table))
    and (r.relation is null or outpost.kept(r.relation) is not null)
$$;
