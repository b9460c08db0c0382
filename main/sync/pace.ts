import { type ErrorCode, OutpostError } from '#shared/contract/errors.ts'

/** Milliseconds between looks at the server: quick after something happened, slow when nothing does. */
const QUICK = 2_000
const SLOW = 60_000
/** Milliseconds before the first and between the later attempts when the server can't be reached. */
const FIRST_RETRY = 1_000
const LAST_RETRY = 30_000
/** Milliseconds between looks when somebody has to do something first: it may be done elsewhere, by an administrator. */
const RARELY = 60_000

/** Failures that pass by themselves: try again soon. All others wait for somebody. */
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
 * @param isTold whether the server tells of changes by itself: then looking is for what it did not tell
 */
export function nextLook(idleMs: number, isTold: boolean): number {
  if (isTold) return SLOW
  return Math.min(SLOW, Math.max(QUICK, idleMs / 4))
}

/**
 * Milliseconds until the next attempt: doubling from one second to thirty, give or take a third, so that a whole
 * office does not come back in the same moment. A server that says when to come back is obeyed.
 * What does not pass by itself is looked at rarely: nothing that was mended elsewhere needs a restart here.
 * @param failures failed attempts in a row, at least 1
 * @param random in [0, 1)
 */
export function nextAttempt(failures: number, error: unknown, random: number): number {
  if (error instanceof OutpostError && CURED_ELSEWHERE.includes(error.code)) return SLOW
  const asked = error instanceof OutpostError ? Number(error.problem.params?.retryAfter ?? 0) * 1_000 : 0
  const isForSomebody = error instanceof OutpostError && !passes(error)
  const apart = isForSomebody ? RARELY : Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (failures - 1))
  return Math.max(asked, apart * (2 / 3 + (random * 2) / 3))
}
