/**
 * Resolves when the process is told to end: by the terminal, by a service manager, or by the end of the process that
 * started it with a channel of its own.
 */
export async function untilTold(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  if (process.connected) process.once('disconnect', () => resolve())
  await promise
}
