import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from './progress.ts'
import { root } from './root.ts'

/*
 * Runs every test of the migrations on the versions of Postgres that a Supabase project may have, besides the newest,
 * which `npm test` takes. They have a package of their own: nobody else needs three more servers.
 */

const VERSIONS = ['15', '16', '17']
const folder = join(root, 'tests/postgres')

function run(command: string, args: readonly string[], version?: string): boolean {
  const env = version === undefined ? process.env : { ...process.env, OUTPOST_POSTGRES: version }
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', env }).status === 0
}

const asked = process.argv.slice(2)
const versions = asked.length === 0 ? VERSIONS : asked
const unknown = versions.filter((version) => !VERSIONS.includes(version))
if (unknown.length > 0) throw new Error(`Choose from ${VERSIONS.join(', ')}.`)
if (!existsSync(join(folder, 'node_modules')) && !run('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'])) {
  throw new Error('The other versions of Postgres could not be installed.')
}
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const failed = versions.filter((version) => !run(process.execPath, [vitest, 'run', 'tests/migrations'], version))
for (const version of versions) say(`postgres ${version}`, failed.includes(version) ? 'FAILED' : 'passed')
process.exitCode = failed.length > 0 ? 1 : 0
