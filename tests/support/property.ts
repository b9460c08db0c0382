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
