// A console of its own in a process of its own: runs calls of the contract one after the other and writes each answer
// as a line the moment that it has it. Arguments: the home folder, and the calls as JSON [[path, input], …]; `entries` that
// are the word `saved` are those of the answer before.
import { writeSync } from 'node:fs'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'

const [home = '', calls = '[]'] = process.argv.slice(2)
const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'engine'), background: false })
let saved: unknown
for (const [path, input] of JSON.parse(calls) as [string, Record<string, unknown>][]) {
  const reply = await engine.call(path, input.entries === 'saved' ? { ...input, entries: saved } : input)
  writeSync(1, `${JSON.stringify(reply)}\n`)
  saved = reply.ok ? (reply.value as { entries?: unknown }).entries : undefined
}
await engine.close()
process.exit(0)
