import { randomUUID } from 'node:crypto'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EntryView } from '#shared/contract/entries.ts'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { answersOf, joining, message, newHome, runConsole, workspace } from './support/console.ts'

let cloud: TestCloud
let home: string
beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small', postgres: true })
  home = newHome()
})
afterAll(async () => {
  await cloud.stop()
  rmSync(home, { recursive: true })
})

test('a journal restored from an older backup makes nothing double and loses nothing that is on the server', async () => {
  const journal = join(home, 'workspaces', workspace, 'journal.db')
  const backup = join(home, 'backup.db')
  const mark = randomUUID()
  const [dossier] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  const say = (words: string) => message(dossier?.id ?? '', `${mark} ${words}`)
  await answersOf(home, ...joining(cloud), ['sync.now'])

  const [first] = await answersOf(home, say('before the backup'))
  cpSync(journal, backup)
  const [, second] = await answersOf(home, ['sync.now'], say('after the backup'), ['sync.now'])
  cpSync(backup, journal)

  const [third] = await answersOf(home, say('after it was restored'))
  const [, outbox, shown, doctor] = await answersOf(
    home,
    ['sync.now'],
    ['outbox.list', { which: 'all' }],
    ['tools.read', { sql: `select body from messages where body like '${mark}%' order by body` }],
    ['tools.doctor'],
  )
  const entries: EntryView[] = outbox.entries
  // The place of the entry that the backup does not know is taken by another one, and that harms nobody.
  expect(entries.map(({ id, seq, state }) => [id, seq, state])).toEqual([
    [first.id, 1, 'done'],
    [third.id, 2, 'done'],
  ])
  expect(entries.map(({ id }) => id)).not.toContain(second.id)
  const onServer = await cloud.sql<{ body: string }>(
    'select body from public.messages where body like $1 order by body',
    [`${mark}%`],
  )
  const bodies = ['after it was restored', 'after the backup', 'before the backup'].map((words) => `${mark} ${words}`)
  expect(onServer.map(({ body }) => body)).toEqual(bodies)
  expect(shown.rows.map(({ body }: { body: string }) => body)).toEqual(bodies)
  // All is well but for what the server has and this journal does not know of, which is said.
  const wrong = doctor.checks.filter(({ ok }: { ok: boolean }) => !ok)
  expect(wrong).toEqual([
    {
      name: 'anchor',
      ok: false,
      detail: expect.stringContaining(`Entry 2 as the server has received it (${second.id})`),
    },
  ])
})

test('a journal that is damaged while decisions wait: those that are left go up once, the doctor names the rest', async () => {
  const mark = randomUUID()
  const [dossier] = await cloud.sql<{ id: string }>('select id from public.dossiers order by id limit 1')
  const said = ['one', 'two', 'three', 'four'].map((words) => `${mark} ${words}`)
  const { signal } = await runConsole(
    home,
    said.map((words) => message(dossier?.id ?? '', words)),
    'submit.committed:4',
  )
  expect(signal).toBe('SIGKILL')
  const log = `${join(home, 'workspaces', workspace, 'journal.db')}-wal`
  spoil(log, `${mark} two`)
  const [, , doctor] = await answersOf(home, ['sync.now'], ['sync.now'], ['tools.doctor'])
  const onServer = await cloud.sql<{ body: string }>('select body from public.messages where body like $1', [
    `${mark}%`,
  ])
  expect(onServer.map(({ body }) => body).sort()).toEqual(said.filter((words) => !words.endsWith('two')).sort())
  const named = doctor.checks.find(({ name }: { name: string }) => name === 'journal')
  expect(named).toMatchObject({ ok: false, detail: expect.stringMatching(/Entry 4 was changed .*can’t be read/) })
})

/** Changes one letter wherever these words stand. */
function spoil(file: string, words: string): void {
  const bytes = readFileSync(file)
  for (let at = bytes.indexOf(words); at !== -1; at = bytes.indexOf(words, at + 1)) {
    bytes[at + words.length - 1] = (bytes[at + words.length - 1] ?? 0) ^ 2
  }
  writeFileSync(file, bytes)
}
