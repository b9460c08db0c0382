/** How long, and how much, an answer may be. Milliseconds and bytes. */
export interface Limits {
  /** Until the head of the answer is there; a large request gets more time to leave. */
  readonly headMs: number
  /** Until the whole answer is there. */
  readonly answerMs: number
  /** Of an answer that is read as a whole, unpacked. Pages are about 8 MB at most. */
  readonly answerBytes: number
  /** Between two pieces of a file. */
  readonly pauseMs: number
}

export const LIMITS: Limits = {
  headMs: 15_000,
  answerMs: 120_000,
  answerBytes: 64 * 1024 * 1024,
  pauseMs: 30_000,
}

/** Bytes a second that the slowest usable line takes away. */
const SLOWEST_UPLOAD = 10_000

export function headTime(limits: Limits, body: unknown): number {
  const size = typeof body === 'string' ? body.length : 0
  return limits.headMs + (size / SLOWEST_UPLOAD) * 1_000
}
