import type { z } from 'zod'
import type { audit } from '#shared/contract/audit.ts'
import type { WorkspaceHandle } from '../context.ts'
import { kept } from '../kept.ts'
import { LOG } from './audit-page.ts'

type Choices = z.output<(typeof audit.choices)['output']>

const countedSql = (column: string) => `
  select ${column} as value, count(*)::int as entries from ${LOG} group by ${column} order by 2 desc, 1`

const staffSql = `
  select l.actor_id as id, coalesce(a.full_name, a.email, '') as name, count(*)::int as entries
  from ${LOG} l join public.users a on a.id = l.actor_id
  where l.actor_type = 'staff' group by 1, 2 order by 3 desc, 2 limit 50`

/** What the log holds, counted once for as long as no row changes. */
export function readAuditChoices(handle: WorkspaceHandle): Promise<Choices> {
  return kept(handle, 'audit choices', async () => {
    const counted = (column: string) => handle.reader.read<Choices['actions'][number]>(countedSql(column))
    const [staff, kinds, actions, tables] = await Promise.all([
      handle.reader.read<Choices['staff'][number]>(staffSql),
      counted('actor_type'),
      counted('action'),
      counted('entity_type'),
    ])
    return { staff, kinds, actions, tables }
  })
}
