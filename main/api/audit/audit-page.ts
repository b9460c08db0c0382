import type { z } from 'zod'
import type { AuditEntry, audit } from '#shared/contract/audit.ts'
import type { Filter } from '#shared/model/filter.ts'
import { relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { readWindow } from '../ordered-window.ts'
import { marksById } from '../rows/marks-by-id.ts'
import { auditList } from './audit-list.ts'
import { entryColumns, entryJoins } from './entry-sql.ts'

type Schemas = (typeof audit)['page']

export const LOG = 'public.audit_logs'
/** Entries on the page of an organisation. */
const LATEST = 15

const rowsSql = `
  select ${entryColumns}
  from unnest($1::uuid[]) with ordinality as page (id, place)
  join ${LOG} t on t.id = page.id ${entryJoins}
  order by page.place`

/** A window of the log. */
export async function readAuditPage(
  handle: WorkspaceHandle,
  input: Omit<z.output<Schemas['input']>, 'workspace'>,
): Promise<z.output<Schemas['output']>> {
  const relation = await relationOf(handle, LOG)
  const { ids, total } = await readWindow(handle, auditList(relation, input), input)
  if (ids.length === 0) return { rows: [], total }
  const [rows, markOf] = await Promise.all([
    handle.reader.read<Omit<AuditEntry, 'mark'>>(rowsSql, [ids]),
    marksById(handle, LOG),
  ])
  return { rows: rows.map((row) => ({ ...row, mark: markOf(row.id) })), total }
}

/** The newest entries about an organisation. */
export async function readLatestAudit(handle: WorkspaceHandle, organization: string): Promise<AuditEntry[]> {
  const filter: Filter = { column: 'org_id', is: 'is', value: organization }
  return (await readAuditPage(handle, { offset: 0, limit: LATEST, search: '', sort: [], filter })).rows
}
