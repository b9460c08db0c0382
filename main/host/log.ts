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
  return pino({ level, base: { process: name } }, pino.destination({ dest: file, sync: true, mode: 0o600 }))
}
