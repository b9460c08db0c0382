import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CloudOptions, startCloud } from '#main/demo/cloud.ts'

/** What a demo cloud is made of, besides the day that its rows are dated from. */
const SOURCES = ['migrations', 'main/demo'].map((folder) => fileURLToPath(new URL(`../../${folder}`, import.meta.url)))

/**
 * Fills an empty folder with a demo cloud over PGlite that has been started once and stopped: made once a day for each
 * state of its sources, and copied from then on. Copies are one server: a test of two needs another way.
 */
export async function layPreparedCloud(folder: string, options: Pick<CloudOptions, 'system' | 'size'>): Promise<void> {
  const prepared = join(tmpdir(), `outpost-test-cloud-${digest(options)}`)
  if (!existsSync(prepared)) {
    // Under a name of its own, and put in place whole: another worker may be making the same one.
    const building = `${prepared}.${randomUUID()}`
    mkdirSync(building)
    await (await startCloud({ ...options, dataDir: building })).stop()
    if (existsSync(prepared)) rmSync(building, { recursive: true })
    else renameSync(building, prepared)
  }
  cpSync(prepared, folder, { recursive: true })
}

function digest({ system, size }: Pick<CloudOptions, 'system' | 'size'>): string {
  const hash = createHash('sha256').update(`${system} ${size} ${new Date().toDateString()}`)
  for (const source of SOURCES) {
    const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
    for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
      hash.update(path).update(readFileSync(path))
    }
  }
  return hash.digest('hex').slice(0, 16)
}
