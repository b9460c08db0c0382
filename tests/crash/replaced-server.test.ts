import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CrashPoint } from '#main/sync/crash-points.ts'
import { openRestorableCloud, type RestorableCloud } from '#tests/support/restorable-cloud.ts'
import { answersOf, joining, message, newHome, runConsole } from './support/console.ts'

let place: RestorableCloud
let home: string
beforeAll(async () => {
  place = await openRestorableCloud()
  home = newHome()
  await answersOf(home, ...joining(place.cloud), ['sync.now'])
})
afterAll(async () => {
  await place.close()
  rmSync(home, { recursive: true })
})

const POINTS: readonly [CrashPoint, boolean][] = [
  ['server.marked', false],
  ['server.accepted', true],
]

test.for(POINTS)(
  'killed at %s, while it is chosen how to go on with a restored server: it still asks, or goes on as it was told',
  { timeout: 600_000 },
  async ([point, isChosen]) => {
    const mark = randomUUID()
    const [dossier] = await place.cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
    const say = (words: string) => message(dossier?.id ?? '', `${mark} ${words}`)
    const backup = point.replace('.', '_')
    await place.backUp(backup)
    const [again, left] = await answersOf(home, say('again'), say('left'), ['sync.now'])
    await place.restore(backup, 'copy')

    const choice = { sendAgain: [again.id], leave: [left.id] }
    expect((await runConsole(home, [['sync.acceptServer', choice]], point)).signal).toBe('SIGKILL')
    const [report] = await answersOf(home, ['sync.server'])
    expect(report.lost.map(({ id }: { id: string }) => id)).toEqual(isChosen ? [] : [again.id, left.id])
    if (!isChosen) await answersOf(home, ['sync.acceptServer', choice])
    const [, , shown, doctor] = await answersOf(
      home,
      ['sync.now'],
      ['sync.now'],
      ['tools.read', { sql: `select body from messages where body like '${mark}%'` }],
      ['tools.doctor'],
    )
    const bodies = [{ body: `${mark} again` }]
    expect(await place.cloud.sql('select body from public.messages where body like $1', [`${mark}%`])).toEqual(bodies)
    expect(shown.rows).toEqual(bodies)
    expect(doctor.sound, JSON.stringify(doctor.checks)).toBe(true)
  },
)
