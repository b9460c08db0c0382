import { type ErrorCode, OutpostError } from '#shared/contract/errors.ts'

/** Milliseconds between looks at the server: quick after something happened, slow when nothing does. */
const QUICK = 2_000
const SLOW = 60_000
/** Milliseconds before the first and between the later attempts when the server can't be reached. */
const FIRST_RETRY = 1_000
const LAST_RETRY = 30_000

/** Failures that pass by themselves: try again. All others wait for a person. */
const PASSING: readonly ErrorCode[] = [
  'offline',
  'unreachable',
  'timeout',
  'rate_limited',
  'server_error',
  'bad_answer',
  // A captive portal answers in the server's place; it goes away.
  'not_supabase',
  // The next round fills a new one.
  'mirror_damaged',
]

/** What somebody else puts right, at some time: it is looked for now and then, and nobody has to ask for it here. */
const CURED_ELSEWHERE: readonly ErrorCode[] = ['not_staff', 'account_banned', 'account_gone', 'not_allowed']

/** Whether an attempt later, with nothing changed here, may succeed. */
export function passes(error: unknown): boolean {
  return error instanceof OutpostError && [...PASSING, ...CURED_ELSEWHERE].includes(error.code)
}

/**
 * Milliseconds until the next look, after a good one.
 * @param idleMs since something last happened here or there
 */
export function nextLook(idleMs: number): number {
  return Math.min(SLOW, Math.max(QUICK, idleMs / 4))
}

/**
 * Milliseconds until the next attempt: doubling from one second to thirty, give or take a third, so that a whole
 * office does not come back in the same moment. A server that says when to come back is obeyed.
 * @param failures failed attempts in a row, at least 1
 * @param random in [0, 1)
 */
export function nextAttempt(failures: number, error: unknown, random: number): number {
  if (error instanceof OutpostError && CURED_ELSEWHERE.includes(error.code)) return SLOW
  const asked = error instanceof OutpostError ? Number(error.problem.params?.retryAfter ?? 0) * 1_000 : 0
  const doubled = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (failures - 1))
  return Math.max(asked, doubled * (2 / 3 + (random * 2) / 3))
}
