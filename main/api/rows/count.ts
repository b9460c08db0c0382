import { z } from 'zod'
import type { Relation } from '#shared/contract/catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { kept } from '../kept.ts'
import { Values } from '../sql.ts'
import { from } from './identifier.ts'
import { type ListInput, whereSql } from './list-sql.ts'

/** Up to here rows are counted one by one: beyond, a person is told about how many. */
const COUNTED = 50_000

export interface Total {
  readonly total: number
  readonly exact: boolean
}

/** How many rows a list has, in bounded time. */
export function quickCount(handle: WorkspaceHandle, relation: Relation, input: ListInput): Promise<Total> {
  return kept(handle, named('count', relation, input), async () => {
    const values = new Values()
    const where = whereSql(relation, input, values)
    const [found] = await handle.reader.read<{ n: number }>(
      `select count(*)::int as n from (select from ${from(relation)} t where ${where} limit ${COUNTED + 1}) counted`,
      values.list,
    )
    const counted = found?.n ?? 0
    if (counted <= COUNTED) return { total: counted, exact: true }
    return { total: Math.max(counted, await estimate(handle, relation, input)), exact: false }
  })
}

/** How many rows a list has, however long that takes. */
export function exactCount(handle: WorkspaceHandle, relation: Relation, input: ListInput): Promise<number> {
  return kept(handle, named('exact count', relation, input), async () => {
    const values = new Values()
    const where = whereSql(relation, input, values)
    const [found] = await handle.reader.read<{ n: number }>(
      `select count(*)::float8 as n from ${from(relation)} t where ${where}`,
      values.list,
    )
    return found?.n ?? 0
  })
}

function named(what: string, { relation }: Relation, { filter, search }: ListInput): string {
  return JSON.stringify([what, relation, filter, search])
}

const plan = z.tuple([z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })])

async function estimate(handle: WorkspaceHandle, relation: Relation, input: ListInput): Promise<number> {
  const values = new Values()
  const where = whereSql(relation, input, values)
  const [answer] = await handle.reader.read<{ 'QUERY PLAN': unknown }>(
    `explain (format json) select from ${from(relation)} t where ${where}`,
    values.list,
  )
  return plan.parse(answer?.['QUERY PLAN'])[0].Plan['Plan Rows']
}
