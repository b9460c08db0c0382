/** Milliseconds of one step. */
const STEP_MS = 250

/**
 * A timeout in steps. A process that is kept busy for many seconds can't hear an answer in that time: it loses one step
 * by it, and not all the time that the server has.
 * @returns stops it
 */
export function countdown(ms: number, end: () => void): () => void {
  const step = Math.max(1, Math.min(ms, STEP_MS))
  let left = ms
  const timer = setInterval(() => {
    left -= step
    if (left > 0) return
    clearInterval(timer)
    end()
  }, step)
  return () => clearInterval(timer)
}
