import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { manifests } from '#shared/systems/systems.ts'
import { rowsFile, rowsPath } from '../../scripts/generate/rows-file.ts'

it.each(manifests.map(({ system }) => system))('the row types of %s are those of its migrations', async (system) => {
  const there = await readFile(rowsPath(system), 'utf8')
  const stale = `shared/systems/${system}/rows.ts is not what the migrations say: run “npm run generate”.`
  expect(there === (await rowsFile(system)), stale).toBe(true)
})
