import { chmod, lstat, mkdtemp, readlink, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** Postgres refuses to run as root. Then it runs as a user of its own. */
export const isRoot = process.getuid?.() === 0

/**
 * Where the files of a server really lie: `folder`, or what it points to.
 *
 * That other user must be able to walk down to the files. Our own folder is opened for passing through; where what lies
 * above it is closed, and not ours to open, the files get a place elsewhere and `folder` points there.
 */
export async function placeOf(folder: string): Promise<string> {
  const found = await lstat(folder).catch(() => null)
  if (found?.isSymbolicLink()) return await readlink(folder)
  if (!isRoot) return folder
  if (await isOpen(dirname(dirname(folder)))) {
    await chmod(dirname(folder), 0o711)
    return folder
  }
  if (found) return folder
  const elsewhere = await mkdtemp(join(tmpdir(), 'outpost-postgres-'))
  await symlink(elsewhere, folder)
  return elsewhere
}

/** Where they lie now, if they do; makes nothing. */
export async function presentPlaceOf(folder: string): Promise<string> {
  return await readlink(folder).catch(() => folder)
}

export async function removePlace(folder: string): Promise<void> {
  await rm(await presentPlaceOf(folder), { recursive: true, force: true })
  await rm(folder, { recursive: true, force: true })
}

/** Whether everyone may walk down to a folder. */
async function isOpen(folder: string): Promise<boolean> {
  for (let here = folder; ; here = dirname(here)) {
    if (!((await stat(here)).mode & 0o001)) return false
    if (here === dirname(here)) return true
  }
}
