import type { Random } from './random.ts'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The first moment from `at` on when the office is open: weekdays, 8 to 18 o'clock UTC. Milliseconds. */
export function atWork(at: number, random: Random): number {
  const date = new Date(at)
  const hour = date.getUTCHours()
  const weekday = date.getUTCDay()
  if (weekday !== 0 && weekday !== 6 && hour >= 8 && hour < 18) return at
  const morning = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 8)
  let next = hour >= 8 || morning < at ? morning + DAY : morning
  while ([0, 6].includes(new Date(next).getUTCDay())) next += DAY
  return next + Math.floor(random.between(0, 9.5) * HOUR)
}
