import type { Transaction } from './database.ts'

/** Cost that a database here works off in a second: 80 000 (hashing text) to 350 000 (comparing numbers) measured. */
const COST_PER_SECOND = 200_000

interface Plan {
  readonly 'Startup Cost': number
  readonly 'Total Cost': number
  readonly 'Plan Rows': number
}

/**
 * Seconds for which a query can't be stopped, by the planner's estimate: the database is deaf until its first row comes
 * out, after all that sorts and counts, and then for a portion of its rows.
 */
export async function secondsAtAStretch(tx: Transaction, sql: string, portion: number): Promise<number> {
  const { rows } = await tx.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${sql}`)
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  if (plan === undefined) return 0
  const { 'Startup Cost': first, 'Total Cost': all, 'Plan Rows': count } = plan
  return Math.max(first, ((all - first) * portion) / Math.max(count, portion)) / COST_PER_SECOND
}
