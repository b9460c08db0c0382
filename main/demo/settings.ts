import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const settings = z.object({
  system: z.string(),
  size: z.enum(['small', 'demo', 'large']),
  postgres: z.boolean(),
  jwtSecret: z.string().min(32),
  key: z.string().startsWith('sb_publishable_'),
  /** The loopback port that the last start got; asked for again, so that the address stays. */
  port: z.int().nullable(),
  databasePassword: z.string(),
  /** Set when the first start has ended: everything before it is begun anew. */
  seededAt: z.string().nullable(),
})
export type CloudSettings = z.infer<typeof settings>

/** What a demo cloud keeps about itself, secrets included, in `folder`. Null on the first start. */
export async function readSettings(folder: string): Promise<CloudSettings | null> {
  try {
    return settings.parse(JSON.parse(await readFile(join(folder, 'cloud.json'), 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

/** Replaces the settings, whole or not at all. */
export async function writeSettings(folder: string, value: CloudSettings): Promise<void> {
  const file = join(folder, 'cloud.json')
  await writeFile(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Settings of a new cloud, with secrets of its own. */
export function newSettings(of: Pick<CloudSettings, 'system' | 'size' | 'postgres'>): CloudSettings {
  return {
    ...of,
    jwtSecret: randomBytes(48).toString('base64url'),
    key: `sb_publishable_${randomBytes(24).toString('base64url')}`,
    port: null,
    databasePassword: randomBytes(24).toString('base64url'),
    seededAt: null,
  }
}
