import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '#main/host/log.ts'

let home: string
let database: PGlite
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'outpost-log-'))
  database = new PGlite()
  await database.exec(`create table people (id int primary key, name text constraint named check (name <> 'Camille'))`)
})
afterAll(async () => {
  await database.close()
  rmSync(home, { recursive: true })
})

test('an error of the database is logged with its place, and without the row, the parameters or a line that was copied', async () => {
  const log = openLog(home, 'engine')
  const copied = new Blob(['1\tCamille\n'])
  const refused = [
    database.query('insert into people values ($1, $2)', [1, 'Camille']),
    database.query(`copy people from '/dev/blob'`, [], { blob: copied }),
  ]
  for (const refusal of refused) {
    const error = await refusal.catch((error: unknown) => error)
    expect(JSON.stringify(error)).toContain('Camille')
    log.error({ err: error }, 'a call failed')
  }
  const lines = readFileSync(join(home, 'logs', 'engine.log'), 'utf8')
  expect(lines).not.toContain('Camille')
  const [first] = lines.split('\n')
  expect(JSON.parse(first ?? '')).toMatchObject({
    msg: 'a call failed',
    err: {
      code: '23514',
      table: 'people',
      constraint: 'named',
      stack: expect.stringContaining('new row for relation'),
    },
  })
})
