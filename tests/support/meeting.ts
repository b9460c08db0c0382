/** A door that opens when everyone has come. */
export function meeting(people: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  return () => {
    arrived += 1
    if (arrived === people) resolve()
    return promise
  }
}
