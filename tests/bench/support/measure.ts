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
  return at(runs, 0.5)
}

/** How some measurements lie, each in words. */
export function spread(samples: readonly number[]): { n: number; p50: string; p95: string; max: string } {
  const [p50, p95, max] = [0.5, 0.95, 1].map((part) => format(at(samples, part)))
  return { n: samples.length, p50: p50 ?? '', p95: p95 ?? '', max: max ?? '' }
}

/** The sample below which this part of all lie. */
export function at(samples: readonly number[], part: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

/** Asks again and again, as somebody who scrolls, until it is stopped; answers how long each answer took. */
export function waits(ask: () => Promise<unknown>): { stop(): Promise<number[]> } {
  const samples: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      samples.push((await timed(ask)).ms)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await asking
      return samples
    },
  }
}

/** One line of the report: what was measured, what the machine could do at best, and how often the one fits in the other. */
export function report(name: string, ms: number, limit: { name: string; ms: number } | null, note = ''): void {
  const ratio = limit === null ? '' : `${(ms / limit.ms).toFixed(1)} × ${limit.name} (${format(limit.ms)})`
  console.log(`${name.padEnd(44)} ${format(ms).padStart(10)}   ${ratio.padEnd(48)} ${note}`)
}

/** One line of the report that is no time. */
export function note(name: string, words: string): void {
  console.log(`${name.padEnd(44)} ${words}`)
}

export function format(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`
}
