-- What the mirror knows about itself: which cut of the server it shows, what lies on top of it, what is on its way in.

create schema outpost;
create schema outpost_staged;

-- cursor, epoch, visibility, person, schema version, rows, ready.
create table outpost.facts (
  name text primary key,
  value text not null
);

-- The mirrored tables. `travelling`: the columns that the server hands out, once a page has come. `key_of` reads the key of a row `$1`; `key_is` finds the row of a key in column `k.key`.
create table outpost.relations (
  relation text primary key,
  key text[] not null,
  columns text not null,
  travelling text[],
  key_of text not null,
  key_is text not null
);

-- How far the first copy of each table has come.
create table outpost.loading (
  relation text primary key references outpost.relations,
  after text,
  rows bigint not null default 0,
  done boolean not null default false
);

-- The tables of which rows may be staged, out of hundreds. A cut looks at no others: whoever stages rows names their table.
create table outpost.staged (
  relation text primary key
);

-- Keys that the server no longer has, or no longer shows to this person, waiting for the next cut.
create table outpost.gone (
  relation text not null,
  key text not null,
  primary key (relation, key)
);

-- Rows that are here although they are outside of what is kept: somebody asked for them, or a pending decision stands on
-- them. They are as the server had them at that moment, or later: a pull that names one fetches it again.
create table outpost.on_demand (
  relation text not null,
  key text not null,
  fetched_at timestamptz not null,
  primary key (relation, key)
);

-- What each decision did here: enough to undo it exactly. `old` is the row before as a record literal.
create table outpost.effects (
  seq bigint generated always as identity primary key,
  entry uuid not null,
  relation text not null,
  key text not null,
  old text,
  image jsonb
);
create index effects_by_row on outpost.effects (relation, key);
create index effects_by_entry on outpost.effects (entry);

-- The decisions that have been run on top of the current cut, and why some could not be. `only_server`: what it misses is
-- outside of this mirror, so its failure says nothing.
create table outpost.runs (
  entry uuid primary key,
  place bigint not null,
  failure jsonb,
  only_server boolean not null default false
);

-- Records what the running decision does to a row. Its trigger sorts before every other, so that effects made by
-- the product's own triggers come after the change that set them off.
create function outpost.capture() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
  running uuid := nullif(current_setting('outpost.entry', true), '')::uuid;
  -- Not the trigger's own table, which may be a partition.
  relation text := tg_argv[1];
  old_key text;
  new_key text;
begin
  if running is null then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    execute 'select ' || tg_argv[0] into old_key using old;
  end if;
  if tg_op <> 'DELETE' then
    execute 'select ' || tg_argv[0] into new_key using new;
  end if;
  if old_key is distinct from new_key and old_key is not null then
    insert into outpost.effects (entry, relation, key, old) values (running, relation, old_key, old::text);
  end if;
  if new_key is not null then
    insert into outpost.effects (entry, relation, key, old, image)
    values (running, relation, new_key, case when old_key = new_key then old::text end, to_jsonb(new));
  end if;
  return null;
end
$$;

-- Makes a table part of the mirror: its key, its place for incoming rows, its capture trigger.
create function outpost.attach(p_relation text, p_key text[]) returns void
language plpgsql set search_path = ''
as $$
declare
  target regclass := p_relation::regclass;
  staged text := format('outpost_staged.%I', p_relation);
  column_list text;
  key_of text;
  key_is text;
begin
  select string_agg(quote_ident(attname), ', ' order by attnum) into column_list
  from pg_catalog.pg_attribute
  where attrelid = target and attnum > 0 and not attisdropped and attgenerated = '';

  select
    format('pg_catalog.jsonb_build_array(%s)::text', string_agg(format('($1).%I::text', part.name), ', ' order by part.at)),
    string_agg(
      format('t.%I = ((k.key::jsonb) ->> %s)::%s', part.name, part.at - 1, format_type(a.atttypid, a.atttypmod)),
      ' and ' order by part.at
    )
  into key_of, key_is
  from unnest(p_key) with ordinality as part (name, at)
  join pg_catalog.pg_attribute a on a.attrelid = target and a.attname = part.name;

  insert into outpost.relations (relation, key, columns, key_of, key_is)
  values (p_relation, p_key, column_list, key_of, key_is)
  on conflict (relation) do update
    set key = excluded.key, columns = excluded.columns, key_of = excluded.key_of, key_is = excluded.key_is;
  insert into outpost.loading (relation) values (p_relation) on conflict do nothing;

  execute format('create table if not exists %s (like %s)', staged, target);
  execute format('create index if not exists %I on %s (%s)', p_relation || '_key', staged,
    (select string_agg(quote_ident(name), ', ') from unnest(p_key) name));
  execute format('drop trigger if exists "!outpost_capture" on %s', target);
  execute format(
    'create trigger "!outpost_capture" after insert or update or delete on %s for each row execute function outpost.capture(%L, %L)',
    target, key_of, p_relation
  );
end
$$;

-- Whether the checks of a table judge what comes into it from here on, in this transaction. What the server has was judged
-- there: a check that asks for the time, or looks into other tables, could refuse here what it took, and nothing would come
-- any more. Decisions are judged as ever. Not the checks that the product has switched off itself: those are not valid
-- either. One that came with a change of schema is not valid here, since the rows were judged there: from then on it is.
create function outpost.judge(p_relation text, p_on boolean) returns void
language plpgsql set search_path = ''
as $$
declare
  v_table constant regclass := p_relation::regclass;
  v_tables constant oid[] := array(
    select v_table union select relid from pg_catalog.pg_partition_tree(v_table));
begin
  update pg_catalog.pg_constraint set conenforced = p_on, convalidated = true
  where conrelid = any (v_tables) and contype = 'c' and conenforced <> p_on and (convalidated or conenforced);
  if found then
    -- Tells this session that what it knows of these tables has changed.
    update pg_catalog.pg_class set relchecks = relchecks where oid = any (v_tables);
  end if;
end
$$;

-- Rows are found by their keys here, a few in tables that may be large. What they are found for is new each time, so that
-- the planner knows nothing of it, and would now and then read a whole table instead: hence no hash and merge joins.

-- Takes back what pending decisions did here, exactly: those that are named, or all. Of the decisions that changed one
-- row, whoever names one names those after it too. Call with session_replication_role = replica.
create function outpost.undo(p_entries uuid[] default null) returns void
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  r outpost.relations;
begin
  for r in
    select * from outpost.relations where relation in (
      select distinct relation from outpost.effects where p_entries is null or entry = any (p_entries))
  loop
    execute format(
      'delete from %1$s t using (
         select distinct key from outpost.effects where relation = %1$L and ($1 is null or entry = any ($1))) k
       where %2$s',
      r.relation, r.key_is
    ) using p_entries;
    perform outpost.judge(r.relation, false);
    execute format(
      'insert into %1$s (%2$s) overriding system value
       select %3$s from (
         select distinct on (key) old::%1$s as was, old is null as fresh
         from outpost.effects where relation = %1$L and ($1 is null or entry = any ($1)) order by key, seq
       ) first_image where not fresh',
      r.relation, r.columns,
      (select string_agg(format('(was).%s', name), ', ') from unnest(string_to_array(r.columns, ', ')) name)
    ) using p_entries;
    perform outpost.judge(r.relation, true);
  end loop;
  delete from outpost.effects where p_entries is null or entry = any (p_entries);
  delete from outpost.runs where p_entries is null or entry = any (p_entries);
end
$$;

-- Puts everything that is staged in place and answers which tables changed. Same condition as above.
-- Every old row goes before the first new one comes, so that values may move from row to row within a cut.
create function outpost.put_in_place() returns text[]
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  r outpost.relations;
  staged text;
  touched text[] := '{}';
  removed bigint;
  added bigint;
  difference bigint := 0;
  has_rows boolean;
begin
  for r in
    select * from outpost.relations where relation in (select relation from outpost.staged union select relation from outpost.gone)
  loop
    staged := format('outpost_staged.%I', r.relation);
    execute format('select exists (select from %s)', staged) into has_rows;
    if not has_rows and not exists (select from outpost.gone g where g.relation = r.relation) then
      continue;
    end if;
    touched := touched || r.relation;
    -- A change of scope that was cut off leaves rows that are not wanted after all.
    execute format('delete from %s t where not %s', staged, outpost.is_kept('t', r.relation));
    delete from outpost.on_demand k using outpost.gone g
    where (k.relation, k.key) = (g.relation, g.key) and k.relation = r.relation;
    execute format('delete from outpost.on_demand k using %s s where k.relation = %L and k.key = %s',
      staged, r.relation, replace(r.key_of, '($1)', 's'));
    execute format('delete from %s t using outpost.gone k where k.relation = %L and %s', r.relation, r.relation, r.key_is);
    get diagnostics removed = row_count;
    difference := difference - removed;
    if has_rows then
      execute format(
        'delete from %s t using %s s where %s',
        r.relation, staged, (select string_agg(format('t.%1$I = s.%1$I', name), ' and ') from unnest(r.key) name)
      );
      get diagnostics removed = row_count;
      perform outpost.judge(r.relation, false);
      execute format('insert into %s (%s) overriding system value select %2$s from %s', r.relation, r.columns, staged);
      get diagnostics added = row_count;
      perform outpost.judge(r.relation, true);
      difference := difference + added - removed;
      perform outpost.empty(staged::regclass);
    end if;
  end loop;
  if exists (select from outpost.gone) then
    truncate outpost.gone;
  end if;
  delete from outpost.staged;
  perform outpost.count_rows(difference);
  return touched;
end
$$;

-- Empties a table: of a few rows at the price of those, until what they leave behind is worth a new file.
create function outpost.empty(p_table regclass) returns void
language plpgsql set search_path = ''
as $$
begin
  execute format(case when pg_catalog.pg_relation_size(p_table) < 1000000 then 'delete from %s' else 'truncate %s' end, p_table);
end
$$;

-- Keeps the number of rows that this mirror holds.
create function outpost.count_rows(p_difference bigint) returns void
language sql set search_path = ''
as $$
  insert into outpost.facts as f values ('rows', p_difference::text)
  on conflict (name) do update set value = (f.value::bigint + p_difference)::text
$$;

-- Rows that were staged by an earlier page and are gone, or come again, with a later one.
create function outpost.unstage(p_relation text, p_keys text[]) returns void
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
as $$
begin
  execute format(
    'delete from outpost_staged.%I t using (select key from unnest($1) key) k where %s',
    p_relation, (select key_is from outpost.relations where relation = p_relation)
  ) using p_keys;
end
$$;

-- Moves what was copied into pg_temp.incoming to its staging table; a row staged before is replaced.
create function outpost.stage_incoming(p_relation text) returns void
language plpgsql set search_path = '' set enable_hashjoin = off set enable_mergejoin = off
as $$
declare
  r outpost.relations;
begin
  select * into strict r from outpost.relations where relation = p_relation;
  execute format(
    'delete from outpost_staged.%I t using (select %s as key from pg_temp.incoming i) k where %s',
    p_relation, replace(r.key_of, '($1)', 'i'), r.key_is
  );
  execute format('insert into outpost_staged.%I select * from pg_temp.incoming', p_relation);
end
$$;

-- The row of a key as the caller sees it: the given columns, or (null) every column that no pending decision has
-- made, as JSON text. A column that this machine changed itself can't be what the server is compared with.
create function outpost.base_of(p_relation text, p_key jsonb, p_columns text[]) returns text
language plpgsql stable set search_path = ''
as $$
declare
  found_row jsonb;
  made_here text[];
begin
  execute format(
    'select to_jsonb(t) from %s t where %s', p_relation::regclass,
    (select string_agg(format('t.%I = (($1) ->> %L)::%s', a.attname, a.attname, format_type(a.atttypid, a.atttypmod)), ' and ')
     from pg_catalog.pg_attribute a where a.attrelid = p_relation::regclass and p_key ? a.attname and a.attnum > 0)
  ) into found_row using p_key;
  if found_row is null then
    return null;
  end if;
  if p_columns is null then
    made_here := outpost.columns_made_here(p_relation, p_key);
    return (select coalesce(jsonb_object_agg(name, value), '{}') from jsonb_each(found_row) e (name, value)
            where name <> all (made_here))::text;
  end if;
  return (select jsonb_object_agg(name, found_row -> name) from unnest(p_columns) name)::text;
end
$$;

create function outpost.image_of(p_relation text, p_record text) returns jsonb
language plpgsql stable set search_path = ''
as $$
declare
  image jsonb;
begin
  execute format('select to_jsonb($1::%s)', p_relation::regclass) into image using p_record;
  return image;
end
$$;

create function outpost.columns_made_here(p_relation text, p_key jsonb) returns text[]
language sql stable security definer set search_path = ''
as $$
  select coalesce(array_agg(distinct changed.name), '{}')
  from outpost.effects e
  join outpost.relations r using (relation)
  cross join lateral (
    select name from jsonb_each(e.image) now (name, value)
    where e.old is null or value is distinct from outpost.image_of(e.relation, e.old) -> name
  ) changed
  where e.relation = p_relation
    and e.image is not null
    and changed.name <> all (r.key)
    and p_key @> (select jsonb_object_agg(k, e.image -> k) from unnest(r.key) k)
$$;

grant usage on schema outpost to authenticated;
grant execute on function outpost.base_of(text, jsonb, text[]), outpost.columns_made_here(text, jsonb) to authenticated;

-- The decisions that changed a row here that is staged, or gone.
create function outpost.touched() returns setof uuid
language plpgsql stable set search_path = ''
as $$
declare
  r outpost.relations;
begin
  return query select e.entry from outpost.gone join outpost.effects e using (relation, key);
  for r in
    select * from outpost.relations
    where relation in (select relation from outpost.staged intersect select relation from outpost.effects)
  loop
    return query execute format(
      'select e.entry from outpost_staged.%I s join outpost.effects e on e.relation = %L and e.key = %s',
      r.relation, r.relation, replace(r.key_of, '($1)', 's')
    );
  end loop;
end
$$;

-- Whether anything of the server waits to be put in place.
create function outpost.brings_rows() returns boolean
language plpgsql stable set search_path = ''
as $$
declare
  relation text;
  has_rows boolean := exists (select from outpost.gone);
begin
  for relation in select s.relation from outpost.staged s loop
    exit when has_rows;
    execute format('select exists (select from outpost_staged.%I)', relation) into has_rows;
  end loop;
  return has_rows;
end
$$;

-- These decisions, and all that changed one of their rows after them, and so on.
create function outpost.with_followers(p_entries uuid[]) returns uuid[]
language plpgsql stable set search_path = ''
as $$
declare
  found_entries uuid[] := p_entries;
  more uuid[];
begin
  loop
    with rows_touched as (
      select relation, key, min(seq) as seq from outpost.effects where entry = any (found_entries) group by relation, key
    )
    select array_agg(distinct e.entry) into more
    from rows_touched t join outpost.effects e on e.relation = t.relation and e.key = t.key and e.seq > t.seq
    where e.entry <> all (found_entries);
    exit when more is null;
    found_entries := found_entries || more;
  end loop;
  return found_entries;
end
$$;

-- Whether a row that these decisions changed was changed in another order than the one in which was decided.
create function outpost.out_of_order(p_entries uuid[]) returns boolean
language sql stable set search_path = ''
as $$
  select exists (
    select from (
      select r.place < max(r.place) over (partition by e.relation, e.key order by e.seq) as is_late
      from outpost.effects e join outpost.runs r using (entry)
      where (e.relation, e.key) in (select relation, key from outpost.effects where entry = any (p_entries))
    ) changes where is_late
  )
$$;

-- Earlier decisions without which this one makes no sense: they changed the same row, or made a row that it refers to.
-- A function checks its own preconditions, so for a call only the rows that its arguments name count.
-- It is asked at every decision, and to plan it takes longer than to run it: in plpgsql, and told to keep its plan.
create function outpost.depends_on(p_entry uuid, p_operation jsonb) returns uuid[]
language plpgsql stable set search_path = '' set enable_seqscan = off set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    with mine as (
      select relation, key, image from outpost.effects where entry = p_entry and p_operation ->> 'kind' <> 'call'
    ), wanted (relation, key, if_made) as (
      select relation, key, false from mine
      union all
      select
        format('%s.%s', n.nspname, c.relname),
        (select jsonb_agg(m.image ->> a.attname order by part.at)
         from unnest(f.conkey) with ordinality part (attnum, at)
         join pg_catalog.pg_attribute a on a.attrelid = f.conrelid and a.attnum = part.attnum)::text,
        true
      from mine m
      join pg_catalog.pg_constraint f on f.contype = 'f' and f.conrelid = m.relation::regclass
      join pg_catalog.pg_class c on c.oid = f.confrelid
      join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where m.image is not null
      union all
      select r.relation, jsonb_build_array(arg.value #>> '{}')::text, true
      from jsonb_each(p_operation -> 'args') arg cross join outpost.relations r
      where p_operation ->> 'kind' = 'call'
    )
    select coalesce(array_agg(distinct e.entry), '{}')
    from wanted w
    -- "offset 0": row by row, by the index.
    cross join lateral (
      select e.entry, e.old from outpost.effects e where e.relation = w.relation and e.key = w.key offset 0
    ) e
    where e.entry <> p_entry and (e.old is null or not w.if_made)
  );
end
$$;

-- The same, of a row that a conflict has shown.
create function outpost.base_in(p_row jsonb, p_columns text[]) returns text
language sql immutable set search_path = ''
as $$
  select case
    when p_row is null then null
    when p_columns is null then p_row::text
    else (select jsonb_object_agg(name, p_row -> name) from unnest(p_columns) name)::text
  end
$$;
grant execute on function outpost.base_in(jsonb, text[]) to authenticated;

-- Marks every row of a table that is kept as gone, unless it is staged before the next cut: for a table that is fetched
-- anew. For one that is closed to the person: those that were asked for, too.
create function outpost.forget(p_relation text, p_closed boolean) returns void
language plpgsql set search_path = ''
as $$
begin
  delete from outpost.on_demand where relation = p_relation and p_closed;
  execute format(
    'insert into outpost.gone select %1$L, t.key from (select %2$s as key from %3$s t) t
     where not exists (select from outpost.on_demand k where k.relation = %1$L and k.key = t.key) on conflict do nothing',
    p_relation,
    (select replace(key_of, '($1)', 't') from outpost.relations where relation = p_relation),
    p_relation::regclass
  );
end
$$;

-- Forgets a table that goes, or makes place for one of another shape.
create function outpost.detach(p_relation text) returns void
language plpgsql set search_path = ''
as $$
begin
  execute format('drop table if exists outpost_staged.%I', p_relation);
  delete from outpost.staged where relation = p_relation;
  delete from outpost.gone where relation = p_relation;
  delete from outpost.loading where relation = p_relation;
  delete from outpost.on_demand where relation = p_relation;
  delete from outpost.relations where relation = p_relation;
end
$$;

-- Keys that the server counts are counted down from -1 here: until the server has made the real one, none that is
-- made here can be taken for another row's.
create function outpost.count_down() returns void
language plpgsql set search_path = ''
as $$
declare
  s record;
begin
  for s in
    select q.seqrelid::regclass as name, q.seqtypid::regtype::text as type
    from pg_catalog.pg_sequence q
    join pg_catalog.pg_class c on c.oid = q.seqrelid
    -- Not the mirror's own: effects are undone in the order of their numbers.
    where q.seqincrement > 0 and c.relnamespace not in ('outpost'::regnamespace, 'console_sync'::regnamespace)
      and exists (
        select from pg_catalog.pg_index i
        where i.indisprimary and (
          exists (
            select from pg_catalog.pg_depend d
            join pg_catalog.pg_attrdef a on a.oid = d.objid
            where d.classid = 'pg_catalog.pg_attrdef'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass
              and d.refobjid = q.seqrelid and a.adrelid = i.indrelid and a.adnum = any (i.indkey)
          ) or exists (
            select from pg_catalog.pg_depend d
            where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = q.seqrelid and d.deptype = 'i'
              and d.refobjid = i.indrelid and d.refobjsubid = any (i.indkey)
          )
        )
      )
  loop
    execute format('alter sequence %s increment by -1 minvalue %s maxvalue -1 start -1 restart', s.name,
      case s.type when 'smallint' then -32768 when 'integer' then -2147483648 else -9223372036854775808 end);
  end loop;
end
$$;

-- Counts the rows of every mirrored table anew.
create function outpost.count_rows() returns void
language plpgsql set search_path = ''
as $$
declare
  r outpost.relations;
  counted bigint;
  total bigint := 0;
begin
  for r in select * from outpost.relations loop
    execute format('select count(*) from %s', r.relation) into counted;
    total := total + counted;
  end loop;
  insert into outpost.facts values ('rows', total::text) on conflict (name) do update set value = excluded.value;
end
$$;
