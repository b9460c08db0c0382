// A demo cloud in a process of its own, as a server is: what it costs is not measured as the console's. Argument: the
// connection string of an empty database. Tells where it is as one line of JSON, and ends when its input does.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCloud } from '#main/demo/cloud.ts'

const [database = ''] = process.argv.slice(2)
const dataDir = await mkdtemp(join(tmpdir(), 'outpost-bench-'))
const cloud = await startCloud({ system: 'partners-vrai', size: 'small', postgres: { url: database }, dataDir })
const { url, key, accounts } = cloud
console.log(JSON.stringify({ url, key, accounts }))
process.stdin.resume().once('end', async () => {
  await cloud.stop()
  await rm(dataDir, { recursive: true, force: true })
  process.exit(0)
})
