import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm'
/** What a whole run of the tests may fill at its fullest, with room to spare. Bytes. */
const ROOM = 10 * 1024 ** 3

/**
 * A folder for everything that the tests lay down, and its removal. In memory where there is room for it: they make and
 * drop hundreds of thousands of small files, and none of them has to outlive the power.
 */
export function scratchFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(hasRoom() ? MEMORY : tmpdir(), 'outpost-tests-'))
  // Postgres runs as a user of its own where this is root, and has to get through to its folder.
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) }
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return Math.min(bavail * bsize, process.availableMemory()) > ROOM
  } catch {
    return false
  }
}
