import type { PGlite } from '../database.ts'
import type { LeftOut } from './build.ts'

/** Names that stand as they are in `schema.table`; others are left out when they come. */
const PLAIN = '^[a-z_][a-z0-9_$]*$'

/** Tables of the product that are here without rows, for the server does not follow them. */
export async function notFollowed(database: PGlite): Promise<LeftOut[]> {
  const { rows } = await database.query<{ name: string; has_key: boolean }>(
    `select 'public.' || c.relname as name,
       exists (select from pg_constraint p where p.conrelid = c.oid and p.contype = 'p') as has_key
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname ~ $1
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
       and not exists (select from outpost.relations r where r.relation = 'public.' || c.relname)
     order by 1`,
    [PLAIN],
  )
  return rows.map(({ name, has_key }) => ({
    kind: 'table',
    name,
    reason: has_key
      ? 'its rows are not followed before console_sync.track_all() is run on the server'
      : 'it has no primary key',
  }))
}
