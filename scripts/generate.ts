import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifests } from '#shared/systems/systems.ts'
import { rowsFiles, rowsFolder } from './generate/rows-files.ts'
import { say } from './progress.ts'

/** Writes the row types of every system that the console knows, from its migrations. */
for (const { system } of manifests) {
  const files = await rowsFiles(system)
  await rm(rowsFolder(system), { recursive: true, force: true })
  await mkdir(rowsFolder(system), { recursive: true })
  for (const [name, text] of files) await writeFile(join(rowsFolder(system), name), text)
  say('generate', `shared/systems/${system}/rows: ${files.size} files`)
}
