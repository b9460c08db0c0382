import type { AuditLogsRow } from '#shared/systems/linkdev/rows/audit-logs.ts'
import type { Random } from '../random.ts'
import type { Value } from '../row-sink.ts'
import type { Sink, Table } from './columns.ts'
import type { Sheets } from './sheets.ts'

/** What every part of the story is told with. */
export interface Story {
  readonly sink: Sink
  readonly files: Sheets
  readonly random: Random
  readonly now: number
}

export type Row = Readonly<Record<string, Value | undefined>>

/** The features of plans are not made here, but were changed in the past. */
type Audited = Table | 'public.plan_features'

export interface Act {
  readonly at: number
  readonly actor: { readonly id: string; readonly type: 'staff' | 'user' } | null
  readonly orgId?: string
  readonly action?: AuditLogsRow['action']
  readonly metadata?: Row
}

/** Adds a row, and the entry that the database would have written about it. */
export function addAudited(story: Story, table: Table, row: Row & { readonly id: string }, act: Act): void {
  story.sink.add(table, row)
  writeAudit(story, table, row.id, act, null, withoutSecrets(row))
}

/** Notes how a row began that has changed since. */
export function addBeginning(story: Story, table: Table, row: Row & { readonly id: string }, act: Act): void {
  writeAudit(story, table, row.id, act, null, withoutSecrets(row))
}

/** Notes what a change has been: the changed columns, before and after. */
export function addChange(story: Story, table: Audited, id: string, act: Act, before: Row, after: Row): void {
  writeAudit(story, table, id, act, before, after)
}

function writeAudit(
  { sink, random }: Story,
  table: Audited,
  id: string,
  act: Act,
  before: Row | null,
  after: Row,
): void {
  const entity = table.replace('public.', '')
  sink.add('public.audit_logs', {
    id: random.uuid(),
    org_id: act.orgId ?? null,
    actor_id: act.actor?.id ?? null,
    actor_type: act.actor?.type ?? 'system',
    action: act.action ?? (before ? 'updated' : 'created'),
    entity_type: entity,
    entity_id: id,
    old_values: before,
    new_values: after,
    metadata: act.metadata ?? {},
    created_at: new Date(act.at),
  })
}

function withoutSecrets(row: Row): Row {
  return 'token' in row ? { ...row, token: '•••' } : row
}
