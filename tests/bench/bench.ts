import { parseArgs } from 'node:util'
import { desk } from './desk.ts'
import { firstSync } from './first-sync.ts'
import { manyPending } from './many-pending.ts'
import { million } from './million.ts'
import { oneChange } from './one-change.ts'
import { rivals } from './rivals.ts'
import { serverWrites } from './server-writes.ts'
import { wire } from './wire.ts'

/*
 * What the console costs against what this machine can do at best, measured in the same run: machines are noisy, so
 * only the ratios mean something. Run it by itself: `npm run bench -- NAME…`, all of them without a name.
 * `--scale 0.1` makes every number of rows and decisions a tenth; `--rival NAME` leaves the other rivals out.
 */

const benches: Readonly<Record<string, (scale: number) => Promise<void>>> = {
  'first-sync': firstSync,
  desk,
  'many-pending': manyPending,
  'one-change': oneChange,
  wire,
  'server-writes': serverWrites,
  rivals: (scale) => rivals(scale, values.rival),
  million,
}

const { values, positionals } = parseArgs({
  options: { scale: { type: 'string', default: '1' }, rival: { type: 'string', multiple: true } },
  allowPositionals: true,
})
const scale = Number(values.scale)
const chosen = positionals.length === 0 ? Object.keys(benches) : positionals
const unknown = chosen.filter((name) => !(name in benches))
if (unknown.length > 0 || !(scale > 0)) {
  console.error(`error: choose from ${Object.keys(benches).join(', ')}, and a scale above 0`)
  process.exit(1)
}
for (const name of chosen) {
  console.log(`\n${name}`)
  await benches[name]?.(scale)
}
process.exit(0)
