import fc from 'fast-check'

/** `PROPERTY_SEED` repeats a run; every failure names the seed that made it. */
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31)

/** Checks that something holds for everything that can be drawn; what breaks it is made as small as it gets. */
export async function holdsFor<T>(
  drawn: fc.Arbitrary<T>,
  runs: number,
  check: (value: T) => Promise<void>,
  examples: readonly T[] = [],
): Promise<void> {
  await fc.assert(fc.asyncProperty(drawn, check), {
    seed,
    numRuns: runs,
    examples: examples.map((example): [T] => [example]),
  })
}

/** Checks lists of cases that have nothing to do with each other; the check itself finds the one that fails. */
export async function holdsForBatches<T>(
  drawn: fc.Arbitrary<T>,
  size: number,
  batches: number,
  check: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  const all = fc.sample(drawn, { seed, numRuns: size * batches })
  for (let at = 0; at < all.length; at += size) {
    await check(all.slice(at, at + size)).catch((error: unknown) => {
      throw new Error(`With PROPERTY_SEED=${seed}: ${error instanceof Error ? error.message : error}`, { cause: error })
    })
  }
}
