import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { answersOf, type Call, joining, newHome, workspace } from '#tests/crash/support/console.ts'
import { openWire, type Wire } from '#tests/support/counting-wire.ts'
import { startBenchCloud } from './support/bench-cloud.ts'
import { note, report, timed } from './support/measure.ts'

const CONSOLE = fileURLToPath(new URL('../crash/support/console-process.ts', import.meta.url))
const KILLS = 5

/** A first copy of a million rows whose process is killed five times: what is fetched again, and what memory it takes. */
export async function million(scale: number): Promise<void> {
  const count = Math.round(1_000_000 * scale)
  const cloud = await startBenchCloud()
  const wire = await openWire(cloud.url)
  const home = newHome()
  try {
    const filling = await timed(() => cloud.addVersions(count))
    note(`${count} rows of 11 columns on the server`, `made in ${(filling.ms / 1_000).toFixed(0)} s`)
    await answersOf(home, ...joining({ url: wire.url, key: cloud.key, accounts: [{ ...cloud.agent, role: 'agent' }] }))
    wire.passed.length = 0
    const pages = Math.ceil(count / 2_000)
    const copying = await timed(async () => {
      for (let kill = 1; kill <= KILLS; kill += 1) await syncUntil(home, wire, Math.round((pages * kill) / (KILLS + 1)))
      return syncUntil(home, wire, Number.POSITIVE_INFINITY)
    })
    const asked = wire.passed.filter(({ path }) => path.includes('console_snapshot'))
    const again = asked.length - new Set(asked.map(({ body }) => body)).size
    report(`first copy of ${count} rows, killed ${KILLS} times`, copying.ms, null, `${again} pages fetched again`)
    note('memory of the last process', copying.value.words)
    const [status, doctor] = await answersOf(home, ['sync.status'], ['tools.doctor'])
    note('afterwards', `${status.rows} rows, proof ${JSON.stringify(status.proof?.mended)}, sound: ${doctor.sound}`)
  } finally {
    rmSync(home, { recursive: true, force: true })
    await wire.close()
    await cloud.stop()
  }
}

/** Syncs in a process of its own, which is killed once this many pages in all have been answered. */
async function syncUntil(home: string, wire: Wire, pages: number): Promise<{ words: string }> {
  const calls: Call[] = [['sync.now', { workspace }]]
  const child = spawn(process.execPath, [CONSOLE, home, JSON.stringify(calls)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const samples: { at: number; mb: number }[] = []
  const began = performance.now()
  const watching = setInterval(() => {
    const mb = residentOf(child.pid ?? 0)
    if (mb !== null) samples.push({ at: (performance.now() - began) / 1_000, mb })
    if (wire.count('console_snapshot') >= pages) child.kill('SIGKILL')
  }, 100)
  let told = ''
  child.stdout.on('data', (bytes) => {
    told += bytes
  })
  await ended
  clearInterval(watching)
  if (pages === Number.POSITIVE_INFINITY && !told.includes('"ok":true')) throw new Error(`The sync failed: ${told}`)
  return { words: inWords(samples) }
}

/** Megabytes that a process has in memory, where the system tells. */
function residentOf(pid: number): number | null {
  try {
    const [, pages] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')
    return (Number(pages) * 4_096) / 1e6
  } catch {
    return null
  }
}

/** The most, and how fast it grows over the second half: what is flat there stays flat. */
function inWords(samples: readonly { at: number; mb: number }[]): string {
  const half = samples.slice(Math.floor(samples.length / 2))
  const [first, last] = [half[0], half.at(-1)]
  if (first === undefined || last === undefined) return 'not told by this system'
  const most = samples.reduce((max, { mb }) => Math.max(max, mb), 0)
  const slope = slopeOf(half)
  return `at most ${most.toFixed(0)} MB; ${slope.toFixed(2)} MB/s over the last ${(last.at - first.at).toFixed(0)} s`
}

function slopeOf(samples: readonly { at: number; mb: number }[]): number {
  const n = samples.length
  const at = samples.reduce((sum, sample) => sum + sample.at, 0) / n
  const mb = samples.reduce((sum, sample) => sum + sample.mb, 0) / n
  const above = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.mb - mb), 0)
  const below = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0)
  return below === 0 ? 0 : above / below
}
