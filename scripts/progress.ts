const started = performance.now()

/** Seconds, as people read them. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`
}

/** Seconds since this process began to work. */
export function elapsed(): string {
  return seconds(performance.now() - started)
}

/** One line about one step, with the time since the start in front. */
export function say(step: string, line: string): void {
  console.log(`${elapsed().padStart(7)}  ${step.padEnd(11)}  ${line}`)
}

/** Runs a step, and says what became of it and how long it took. */
export async function during<T>(step: string, work: () => Promise<T>, result: (value: T) => string): Promise<T> {
  const began = performance.now()
  const value = await work()
  say(step, `${result(value)} (${seconds(performance.now() - began)})`)
  return value
}
