// A console of its own in a process of its own: runs calls of the contract one after the other and writes each answer
// as a line the moment that it has it. Arguments: the home folder, and the calls as JSON [[path, input], …].
import { writeSync } from 'node:fs'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'

const [home = '', calls = '[]'] = process.argv.slice(2)
const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'engine'), background: false })
for (const [path, input] of JSON.parse(calls) as [string, unknown][]) {
  writeSync(1, `${JSON.stringify(await engine.call(path, input))}\n`)
}
await engine.close()
process.exit(0)
