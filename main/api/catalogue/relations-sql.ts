/** The console's own table is behind its views (`shared-views.ts`), and none of the product's. */
const isProducts = `c.relname <> 'console_views'`

/** The relations that the person may read, without their columns. Partitions are rows of their parents. */
export const RELATIONS = `
  select format('%s.%s', n.nspname, c.relname) as relation,
    case when c.relkind in ('r', 'p') then 'table' else 'view' end as kind,
    obj_description(c.oid, 'pg_class') as comment,
    coalesce((
      select json_agg(a.attname order by k.place)
      from pg_index i cross join unnest(i.indkey::int2[]) with ordinality k (attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary
    ), '[]') as key,
    json_build_object(
      'insert', has_table_privilege(c.oid, 'insert') and c.relkind in ('r', 'p'),
      'update', has_any_column_privilege(c.oid, 'update') and c.relkind in ('r', 'p'),
      'delete', has_table_privilege(c.oid, 'delete') and c.relkind in ('r', 'p')
    ) as may,
    greatest(c.reltuples, 0)::float8 as rows
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${isProducts}
    and has_any_column_privilege(c.oid, 'select')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`

/** Their columns that the person may read. A check of the form \`column in (…)\` is a list of values. */
export const COLUMNS = `
  select format('%s.%s', n.nspname, c.relname) as relation, a.attname as name,
    format_type(a.atttypid, a.atttypmod) as type,
    base.typname as base, base.typtype = 'e' as "isEnum",
    element.typname as element, coalesce(element.typtype = 'e', false) as "ofEnum",
    not (a.attnotnull or t.typnotnull) as nullable,
    a.atthasdef or a.attidentity <> '' or t.typdefault is not null as "hasDefault",
    a.attgenerated <> '' or a.attidentity = 'a' as computed,
    has_column_privilege(c.oid, a.attnum, 'update') and c.relkind in ('r', 'p') as "mayUpdate",
    col_description(c.oid, a.attnum) as comment,
    coalesce(
      (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = coalesce(element.oid, base.oid)),
      (select json_agg(v.found[1])
       from pg_constraint k
       cross join lateral regexp_matches(pg_get_constraintdef(k.oid), '''((?:[^'']|'''')*)''::', 'g') v (found)
       where k.contype = 'c' and k.conrelid = c.oid and k.conkey = array[a.attnum]
         and pg_get_constraintdef(k.oid) ~ ('^CHECK \\(\\(\\(?"?' || a.attname || '"?(\\)?::text)? = ANY \\('))
    ) as values
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  join pg_type base on base.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
  left join pg_type element on element.oid = base.typelem and base.typcategory = 'A'
  where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition and ${isProducts}
    and has_column_privilege(c.oid, a.attnum, 'select')
  order by c.oid, a.attnum`

/** The foreign keys between them. */
export const REFERENCES = `
  select k.conname as name, format('%s.%s', n.nspname, c.relname) as relation,
    (select json_agg(a.attname order by p.place) from unnest(k.conkey) with ordinality p (attnum, place)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = p.attnum) as columns,
    format('%s.%s', tn.nspname, target.relname) as target,
    (select json_agg(a.attname order by p.place) from unnest(k.confkey) with ordinality p (attnum, place)
     join pg_attribute a on a.attrelid = k.confrelid and a.attnum = p.attnum) as "targetColumns",
    case k.confdeltype when 'c' then 'deleted' when 'n' then 'set null' when 'd' then 'set default' else 'refused' end as "onDelete"
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class target on target.oid = k.confrelid join pg_namespace tn on tn.oid = target.relnamespace
  where k.contype = 'f' and n.nspname = 'public' and k.conparentid = 0 and not c.relispartition
    and has_any_column_privilege(target.oid, 'select')
  order by c.relname, k.conname`

/** The columns that refer to the accounts of the project, which nobody may read as a table. */
export const ACCOUNTS = `
  select format('%s.%s', n.nspname, c.relname) as relation, a.attname as column
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
  where k.contype = 'f' and k.confrelid = to_regclass('auth.users') and cardinality(k.conkey) = 1`

/** The functions of the product that the person may call. */
export const FUNCTIONS = `
  select p.proname as name, obj_description(p.oid, 'pg_proc') as comment,
    coalesce((
      select json_agg(json_build_object(
        'name', arg.name, 'type', format_type(p.proargtypes[arg.at - 1], null), 'base', t.typname, 'isEnum', t.typtype = 'e',
        'isArray', t.typcategory = 'A', 'optional', arg.at > p.pronargs - p.pronargdefaults,
        'values', (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)
      ) order by arg.at)
      from unnest(p.proargnames[: p.pronargs]) with ordinality arg (name, at)
      join pg_type t on t.oid = p.proargtypes[arg.at - 1]
    ), '[]') as args
  from pg_proc p
  where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
    and p.proname not like 'console\\_%' and has_function_privilege(p.oid, 'execute')
    and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  order by p.proname`
