import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { manifests } from '#shared/systems/systems.ts'
import { rowsFiles, rowsFolder } from '../../scripts/generate/rows-files.ts'

it.each(manifests.map(({ system }) => system))('the row types of %s are those of its migrations', async (system) => {
  const folder = rowsFolder(system)
  const files = await rowsFiles(system)
  const stale = `shared/systems/${system}/rows is not what the migrations say: run “npm run generate”.`
  expect((await readdir(folder)).sort(), stale).toEqual([...files.keys()].sort())
  for (const [name, text] of files) expect((await readFile(join(folder, name), 'utf8')) === text, stale).toBe(true)
})
