import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type PGlite } from '#main/mirror/database.ts'
import { testTemplates } from '#tests/support/templates.ts'

let folder: string
let database: PGlite
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-judge-'))
  database = await openDatabase(join(folder, 'mirror'), 'plain', testTemplates)
  await database.exec(`
    create table public.readings (id int primary key, value int) partition by range (id);
    create table public.readings_one partition of public.readings (constraint of_the_part check (value <> 1))
      for values from (0) to (10);
    alter table public.readings add constraint valid check (value <> 2);
    alter table public.readings add constraint came_later check (value <> 3) not valid;
    alter table public.readings add constraint switched_off check (value <> 4) not enforced`)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

/** Which of the values 1 to 4 are refused, once checks have been switched as said. */
async function refused(...switches: readonly boolean[]): Promise<number[]> {
  for (const on of switches) await database.query(`select outpost.judge('public.readings', $1)`, [on])
  const values: number[] = []
  for (const value of [1, 2, 3, 4]) {
    await database.query('insert into public.readings values ($1, $1)', [value]).catch(() => values.push(value))
  }
  await database.exec('delete from public.readings')
  return values
}

test('the server’s rows are judged by no check, also of a partition; decisions by all but those that are switched off', async () => {
  expect(await refused()).toEqual([1, 2, 3])
  expect(await refused(false)).toEqual([])
  expect(await refused(true)).toEqual([1, 2, 3])
  expect(await refused(false, true)).toEqual([1, 2, 3])
})
