/** How long, and how much, an answer may be. Milliseconds and bytes. */
export interface Limits {
  /** Until the head of the answer is there; a large request gets more time to leave. */
  readonly headMs: number
  /** Until the whole answer is there; what keeps coming, at the pace of the slowest usable line, gets more. */
  readonly answerMs: number
  /** Of an answer that is read as a whole, unpacked. Pages are about 8 MB at most. */
  readonly answerBytes: number
  /** Between two pieces of an answer. */
  readonly pauseMs: number
}

export const LIMITS: Limits = {
  headMs: 15_000,
  answerMs: 120_000,
  answerBytes: 64 * 1024 * 1024,
  pauseMs: 30_000,
}

/** Bytes a second that the slowest usable line takes away, and brings. */
const SLOWEST_UPLOAD = 10_000
const SLOWEST_DOWNLOAD = 500

export function headTime(limits: Limits, body: unknown): number {
  const size = typeof body === 'string' ? body.length : 0
  return limits.headMs + (size / SLOWEST_UPLOAD) * 1_000
}

/**
 * Milliseconds that an answer may keep silent from now on: as long as it moves it is not cut off, and one that only
 * drips to hold the line is.
 * @param size bytes of it that have come
 * @param ageMs since its head came
 */
export function patience({ answerMs, pauseMs }: Limits, size: number, ageMs: number): number {
  return Math.max(0, Math.min(pauseMs, answerMs + (size / SLOWEST_DOWNLOAD) * 1_000 - ageMs))
}
