import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Received } from './receive.ts'

export interface Measured extends Received {
  /** Milliseconds since 1970, by the disk. */
  readonly changedAt: number
}

/** The hash and size of a file as it lies on the disk now, or null when it is gone. */
export async function measure(path: string): Promise<Measured | null> {
  const hash = createHash('sha256')
  try {
    const { size, mtimeMs } = await stat(path)
    await pipeline(createReadStream(path), hash)
    return { sha256: hash.digest('hex'), size, changedAt: mtimeMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
