import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '#main/mirror/database.ts'
import { manifests } from '#shared/systems/systems.ts'
import { testTemplates } from '#tests/support/templates.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outpost-templates-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const templates = () => join(folder, 'templates')
/** Those that are not being made any more: they are named by a hash alone. */
const finished = () => (existsSync(templates()) ? readdirSync(templates()).filter((name) => !name.includes('.')) : [])
const open = (name: string) => openDatabase(join(folder, name), 'plain', templates())

test('two that need the same template at once: the first stays, since somebody may be copying it', async () => {
  const seen = new Set<number>()
  const watch = setInterval(() => {
    for (const name of finished()) seen.add(statSync(join(templates(), name)).ino)
  })
  const databases = await Promise.all([open('one'), open('other')])
  clearInterval(watch)
  for (const database of databases) await database.close()
  expect(readdirSync(templates())).toEqual(finished())
  expect(seen.size).toBe(1)
})

test('a template that can’t be opened is made anew', async () => {
  await (await open('one')).close()
  const [template = ''] = readdirSync(templates())
  writeFileSync(join(templates(), template, 'global/pg_control'), '')
  const database = await open('other')
  // Postgres’ own 128 MB would be filled with zeros at each opening.
  expect(await database.query('show shared_buffers')).toMatchObject({ rows: [{ shared_buffers: '32MB' }] })
  await database.close()
})

test.each([...manifests.map(({ system }) => system), 'plain'])(
  'a new mirror of %s has no rows but its own',
  async (system) => {
    const database = await openDatabase(join(folder, 'one'), system, testTemplates)
    const { rows } = await database.query<{ name: string }>(
      `select oid::regclass::text as name from pg_class where relkind = 'r'
       and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'outpost', 'console_sync')`,
    )
    for (const { name } of rows) expect([name, ...(await database.query(`select from ${name}`)).rows]).toEqual([name])
    await database.close()
  },
)
