import { OutpostError } from '#shared/contract/errors.ts'
import type { Operation, Request } from '#shared/model/entry.ts'
import type { KeyText } from '#shared/model/protocol.ts'
import type { Transaction } from './database.ts'
import { isLacking } from './lacking.ts'
import type { DatabaseError } from './refusal.ts'

/** What is not here and the server may have: a row, because its table is not kept whole, or something else, unnamed. */
export interface Outside {
  /** Null when it is no row. */
  readonly relation: string | null
  /** Null when it can't be said which row. */
  readonly key: KeyText | null
}

/** An operation could not be run here for want of such a thing; whether the server would run it is not known. */
export class OutsideMirror extends OutpostError {
  readonly row: Outside

  constructor(refusal: OutpostError, row: Outside) {
    super(refusal.code, refusal.message, { ...refusal.problem, cause: refusal })
    this.row = row
  }
}

/**
 * What an operation missed, when the error may have no other reason: a foreign key whose parent's table is not kept
 * whole, or a name that is unknown here. A function that looks for such a row by itself and refuses is believed: its words can't be told from a rule's.
 */
export async function missedBy(tx: Transaction, operation: Operation, error: DatabaseError): Promise<Outside | null> {
  if (await isLacking(tx, operation, error)) return { relation: null, key: null }
  if (error.code !== '23503') return null
  const { rows } = await tx.query<{ parent: string; column_name: string | null; parent_column: string | null }>(
    `select b.* from outpost.beyond($1, $2, $3) b
     where b.parent is not null and not console_sync.is_still_used($4::jsonb, $5::jsonb)`,
    [
      error.schema ?? '',
      error.table ?? '',
      error.constraint ?? '',
      JSON.stringify(operation),
      JSON.stringify({ sqlstate: error.code, schema: error.schema, table: error.table }),
    ],
  )
  const broken = rows[0]
  if (broken === undefined) return null
  const value = broken.column_name === null ? undefined : valuesOf(operation)[broken.column_name]
  const key =
    value === undefined || broken.parent_column === null
      ? null
      : await keyOf(tx, broken.parent, { [broken.parent_column]: value })
  return { relation: broken.parent, key }
}

/** The row that an update or delete is about, when its table is not kept whole. */
export async function targetOutside(tx: Transaction, request: Request): Promise<Outside | null> {
  if (request.kind !== 'update' && request.kind !== 'delete') return null
  const { rows } = await tx.query<{ partial: boolean }>('select outpost.kept($1) is not null as partial', [
    request.relation,
  ])
  if (!rows[0]?.partial) return null
  return { relation: request.relation, key: await keyOf(tx, request.relation, request.key) }
}

/** The key of a row of a mirrored table by the values of its key columns; null when they are not all there. */
export async function keyOf(
  tx: Pick<Transaction, 'query'>,
  relation: string,
  values: Record<string, unknown>,
): Promise<KeyText | null> {
  const { rows } = await tx.query<{ key: string | null }>(
    `select outpost.key_text(relation, $2::jsonb) as key from outpost.relations where relation = $1`,
    [relation, JSON.stringify(values)],
  )
  return rows[0]?.key ?? null
}

function valuesOf(operation: Operation): Record<string, unknown> {
  if (operation.kind === 'insert') return operation.values
  return operation.kind === 'update' ? operation.set : {}
}
