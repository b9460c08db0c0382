import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from '../../scripts/root.ts'

const folder = mkdtempSync(join(tmpdir(), 'outpost-run-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'scripts'))
copyFileSync(join(root, 'scripts/run.js'), join(folder, 'scripts/run.js'))
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
writeFileSync(
  join(folder, 'it.ts'),
  'const said: string = process.argv.slice(2).join(" ")\nconsole.log(said)\nprocess.exit(3)',
)

/** Node as it is when it is too old to read TypeScript. */
const OLD = '--no-experimental-strip-types'

function run(runner: string, ...flags: string[]) {
  const args = [...flags, runner, join(folder, 'it.ts'), '--home', 'x y']
  return spawnSync(process.execPath, args, { encoding: 'utf8' })
}

it('a script is run with its arguments, and its exit code is passed on', () => {
  expect(run(join(root, 'scripts/run.js'))).toMatchObject({ status: 3, stdout: '--home x y\n' })
})

it('an old Node hands over to the one that the installation brought', () => {
  expect(run(join(root, 'scripts/run.js'), OLD)).toMatchObject({ status: 3, stdout: '--home x y\n' })
})

it('an old Node alone says what to do', () => {
  const { status, stderr } = run(join(folder, 'scripts/run.js'), OLD)
  expect(status).toBe(1)
  expect(stderr).toMatch(/^This is Node [\d.]+; Outpost needs 22\.18 or newer\. Run `npm ci`[^\n]+\n$/)
})
