import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../../scripts/root.ts'

/** Makes a mirror, which opens two databases, in a process that tells of each time V8 takes code away. */
const MAKE = `
  const { Mirror } = await import('#main/mirror/mirror.ts')
  const [folder] = process.argv.slice(1)
  console.log('opening')
  const mirror = await Mirror.open(folder + '/mirror', 'partners-vrai', folder + '/templates')
  console.log('made', (await mirror.facts()).schema !== undefined)
  await mirror.close()
  process.exit(0)`

test('no compiled code is taken away under a database: that ends the process now and then', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outpost-wasm-'))
  const args = ['--trace-wasm-code-gc', '--input-type=module', '-e', MAKE, folder]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e8 })
  rmSync(folder, { recursive: true })
  // Before, Node's own reader of TypeScript has code taken away.
  const since = stdout.slice(stdout.indexOf('opening'))
  expect(since).toContain('made true')
  expect(since).not.toContain('Triggering GC')
})
