import { writeFile } from 'node:fs/promises'
import { manifests } from '#shared/systems/systems.ts'
import { rowsFile, rowsPath } from './generate/rows-file.ts'
import { say } from './progress.ts'

/** Writes the row types of every system that the console knows, from its migrations. */
for (const { system } of manifests) {
  await writeFile(rowsPath(system), await rowsFile(system))
  say('generate', `shared/systems/${system}/rows.ts`)
}
