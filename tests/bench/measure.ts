/** Milliseconds that some work takes, with its result. */
export async function timed<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const from = performance.now()
  const value = await work()
  return { ms: performance.now() - from, value }
}

/** The median of several runs, in milliseconds; the first one warms up and does not count. */
export async function median(times: number, work: (run: number) => Promise<unknown> | unknown): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run <= times; run += 1) {
    const { ms } = await timed(() => work(run))
    if (run > 0) runs.push(ms)
  }
  return runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
}

/** One line of the report: what was measured, what the machine could do at best, and how often the one fits in the other. */
export function report(name: string, ms: number, limit: { name: string; ms: number } | null, note = ''): void {
  const ratio = limit === null ? '' : `${(ms / limit.ms).toFixed(1)} × ${limit.name} (${format(limit.ms)})`
  console.log(`${name.padEnd(44)} ${format(ms).padStart(10)}   ${ratio.padEnd(48)} ${note}`)
}

function format(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`
}
