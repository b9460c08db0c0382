import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'

/** A log that has grown beyond this is put aside at the next start; one old log is kept. Bytes. */
const FULL = 5 * 1024 * 1024

/** The log of one process, in the `logs` folder of `home`. It holds no rows, no tokens and no passwords. */
export function openLog(home: string, name: string): Logger {
  const folder = join(home, 'logs')
  const file = join(folder, `${name}.log`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > FULL) renameSync(file, `${file}.old`)
  const level = process.env.OUTPOST_LOG ?? 'info'
  // Written at once: the lines before a crash are the ones that matter.
  const destination = pino.destination({ dest: file, sync: true, mode: 0o600 })
  return pino({ level, base: { process: name }, serializers: { err: withoutRows } }, destination)
}

/** What a database says about an error, beside its message and its place, can hold the row and the parameters. */
function withoutRows(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error }
  const { type, message, stack, code, schema, table, column, constraint } = pino.stdSerializers.err(error)
  return { type, message, stack, code, schema, table, column, constraint }
}
