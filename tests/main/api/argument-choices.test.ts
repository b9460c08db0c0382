import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogueOf } from '#main/api/catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '#main/api/context.ts'
import type { Catalogue } from '#shared/contract/catalogue.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import { manifests } from '#shared/systems/systems.ts'
import type { Layer, TestDatabase } from '#tests/support/database.ts'
import { createPglite } from '#tests/support/pglite.ts'

const stranger = { sub: randomUUID(), email: 'stranger@example.com', name: 'Somebody' }

/** The catalogue that the forms of a system are made from; grants decide about it, so anybody signed in will do. */
function readOn(db: TestDatabase, manifest: Manifest): Promise<Catalogue> {
  const reader = { read: <T>(sql: string, params?: readonly unknown[]) => db.as(stranger, (q) => q<T>(sql, params)) }
  return catalogueOf({ reader, manifest, version: 1 } as unknown as WorkspaceHandle)
}

describe.each(manifests)('the arguments of $system', (manifest) => {
  let db: TestDatabase
  let catalogue: Catalogue
  const { actions } = manifest
  const argument = (action: string, name: string) =>
    catalogue.functions.find((one) => one.name === action)?.args.find((one) => one.name === name)
  /** What a person fills in, as the form asks for it. */
  const asked = () =>
    Object.entries(actions).flatMap(([action, { args = {} }]) =>
      Object.entries(args)
        .filter(([, { from, as, row }]) => from === undefined && as === undefined && row === undefined)
        .map(([name, said]) => ({ action, name, said })),
    )

  beforeAll(async () => {
    db = await createPglite({ layers: ['platform', manifest.system as Layer] })
    catalogue = await readOn(db, manifest)
  })
  afterAll(() => db?.close())

  test('that go into a column with a list of values offer that list, as the column does', () => {
    for (const { action, name, said } of asked().filter((one) => one.said.of !== undefined)) {
      const [table, column] = said.of?.split('.') ?? []
      const listed = catalogue.relations
        .find(({ relation }) => relation === `public.${table}`)
        ?.columns.find((one) => one.name === column)?.values
      expect(listed, `${action} ${name}`).toBeInstanceOf(Array)
      expect(argument(action, name)?.values, `${action} ${name}`).toEqual(listed)
    }
  })

  test('are a choice wherever the function takes only what it lists, and offer nothing that it refuses', async () => {
    const bodies = await db.query<{ name: string; body: string }>(
      `select proname as name, prosrc as body from pg_proc where pronamespace = 'public'::regnamespace`,
    )
    for (const { action, name } of asked()) {
      const body = bodies.find((one) => one.name === action)?.body ?? ''
      const [, list] = new RegExp(`\\b${name} not in \\(\\s*('[^)]*')\\s*\\)`).exec(body) ?? []
      if (list === undefined) continue
      const taken = [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value)
      expect(argument(action, name)?.values, `${action} ${name}`).toEqual(taken)
    }
  })

  test('that are enums offer its values', () => {
    const enums = asked().filter(({ action, name }) => argument(action, name)?.kind === 'enum')
    for (const { action, name } of enums) expect(argument(action, name)?.values?.length, name).toBeGreaterThan(0)
  })
})
