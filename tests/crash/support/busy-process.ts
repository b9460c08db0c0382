// A console of its own in a process of its own that decides and syncs without end, until it is killed. It writes a line
// when it is open, and one for each decision the moment that it was told is saved. Arguments: home, dossier, mark.
import { writeSync } from 'node:fs'
import { openEngine } from '#main/engine.ts'
import { fileVault } from '#main/host/file-vault.ts'
import { openLog } from '#main/host/log.ts'
import { workspace } from './console.ts'

const [home = '', dossier = '', mark = ''] = process.argv.slice(2)
const engine = await openEngine({ home, vault: fileVault(home), log: openLog(home, 'engine'), background: false })
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

say({ opened: await engine.call('sync.status', { workspace }) })
for (let n = 0; ; n += 1) {
  const body = `${mark} ${n}`
  const request = { kind: 'call', function: 'send_message', args: { p_dossier_id: dossier, p_body: body } }
  // A round goes on while the next decisions are taken: the end may come in the middle of both.
  const round = n % 3 === 0 ? engine.call('sync.now', { workspace }) : null
  say({ saved: await engine.call('entries.submit', { workspace, request }), body })
  if (n % 6 === 5) await round
}
