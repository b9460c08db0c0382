/*
 * Runs a TypeScript file of this project. This file is JavaScript because an old Node can read nothing else, and its
 * task is to say, or to mend, that Node is too old: `npm ci` brings a new one along.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [script = '', ...args] = process.argv.slice(2)
const brought = fileURLToPath(
  new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
)

if (process.features.typescript) {
  process.argv.splice(1, 2, resolve(script))
  await import(pathToFileURL(resolve(script)).href)
} else if (existsSync(brought)) {
  const { status } = spawnSync(brought, [script, ...args], { stdio: 'inherit' })
  process.exitCode = status ?? 1
} else {
  console.error(
    `This is Node ${process.versions.node}; Outpost needs 22.18 or newer. Run \`npm ci\`, which brings one along ` +
      '(without --ignore-scripts), or install Node 24 from https://nodejs.org.',
  )
  process.exitCode = 1
}
