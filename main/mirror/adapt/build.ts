import type { SchemaObject } from '#shared/model/protocol.ts'
import { isDamage } from '../damage.ts'
import type { Transaction } from '../database.ts'
import { isDatabaseError } from '../refusal.ts'
import { idOf } from './plan.ts'

/** An object of the server's schema that this mirror does without, and why. */
export interface LeftOut {
  readonly kind: string
  readonly name: string
  readonly reason: string
}

/** Another function or view of this name stands there and can't be replaced, only dropped. */
const NOT_REPLACEABLE = ['42P13', '42P16', '42809']

/**
 * Makes objects, again and again as long as one more of them can be made: what the list does not say about their
 * order shows that way. What can't be made is left out, and never blocks the rest.
 */
export async function build(tx: Transaction, objects: readonly SchemaObject[]): Promise<LeftOut[]> {
  // Mostly nothing is in the way: then it is one question, not hundreds.
  if ((await tried(tx, objects.map(({ sql }) => sql).join(';\n'))) === null) return []
  let todo = objects
  for (;;) {
    const failed: { object: SchemaObject; reason: string }[] = []
    for (const object of todo) {
      const reason = await attempt(tx, object)
      if (reason !== null) failed.push({ object, reason })
    }
    if (failed.length === 0) return []
    if (failed.length === todo.length) return (await Promise.all(failed.map((one) => withoutIt(tx, one)))).flat()
    todo = failed.map(({ object }) => object)
  }
}

/** @returns why it can't be made, or null */
async function attempt(tx: Transaction, { sql, undo }: SchemaObject): Promise<string | null> {
  const error = await tried(tx, sql)
  if (error === null) return null
  if (undo !== null && NOT_REPLACEABLE.includes(error.code)) {
    const second = await tried(tx, `${undo}; ${sql}`)
    return second?.message ?? null
  }
  return error.message
}

async function tried(tx: Transaction, sql: string): Promise<{ code: string; message: string } | null> {
  await tx.exec('savepoint build')
  try {
    await tx.exec(`${sql};\nrelease savepoint build`)
    return null
  } catch (error) {
    if (!isDatabaseError(error) || isDamage(error)) throw error
    await tx.exec('rollback to savepoint build; release savepoint build')
    return error
  }
}

/** A policy has a stand-in; a table is made with text for the types that are not here. */
async function withoutIt(
  tx: Transaction,
  { object, reason }: { object: SchemaObject; reason: string },
): Promise<LeftOut[]> {
  // The absence of an extension shows in what needs it.
  if (object.kind === 'extension') return []
  const left = { kind: object.kind, name: object.name, reason }
  if (object.standIn !== undefined) await tried(tx, object.standIn)
  if (object.kind !== 'table') return [left]
  const simpler = await simplified(tx, object)
  const second = await tried(tx, simpler.sql)
  if (second !== null) return [{ ...left, reason: second.message }]
  return simpler.left.length > 0 ? simpler.left : [left]
}

async function simplified(tx: Transaction, { name, columns = [], partition }: SchemaObject) {
  const { rows } = await tx.query<{ known: boolean }>(
    'select to_regtype(type) is not null as known from unnest($1::text[]) with ordinality t (type, at) order by at',
    [columns.map(({ type }) => type)],
  )
  const unknown = columns.filter((_, at) => rows[at]?.known !== true)
  const list = columns.map((column) => {
    const isUnknown = unknown.includes(column)
    const behind = isUnknown ? '' : column.behind.replace(/^ collate (?:"[^"]*"|[^ ])+/, '')
    return `${quoted(column.name)} ${isUnknown ? 'text' : column.type}${behind}`
  })
  return {
    sql: `create table ${name} (${list.join(', ')})${partition === undefined ? '' : ` partition by ${partition}`}`,
    left: unknown.map(({ name: column, type }) => ({
      kind: 'column',
      name: `${name}.${column}`,
      reason: `the type ${type} is not known here; its values are kept as text`,
    })),
  }
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Tables that are not what they should be, although nothing was said about them. */
export function unlike(
  own: readonly SchemaObject[],
  server: readonly SchemaObject[],
  leftOut: readonly LeftOut[],
): SchemaObject[] {
  const here = new Map(own.map((object) => [idOf(object), object.sql]))
  return server.filter(
    (object) =>
      object.kind === 'table' &&
      here.get(idOf(object)) !== object.sql &&
      !leftOut.some(({ name }) => name === object.name || name.startsWith(`${object.name}.`)),
  )
}
