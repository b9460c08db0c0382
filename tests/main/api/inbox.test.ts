import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestCloud, type TestCloud } from '#tests/support/cloud.ts'
import { openTestEngine, type TestEngine } from '#tests/support/engine.ts'

let cloud: TestCloud
let engine: TestEngine

beforeAll(async () => {
  cloud = await startTestCloud({ size: 'small' })
  engine = await openTestEngine({ background: false })
  for (const name of ['one', 'two', 'never']) {
    await engine.api.workspaces.add({ name, system: 'partners-vrai', url: cloud.url, key: cloud.key })
  }
  for (const workspace of ['one', 'two']) await signIn(workspace)
})
afterAll(async () => {
  await engine.close()
  await cloud.stop()
})

async function signIn(workspace: string): Promise<void> {
  const account = cloud.accounts.find(({ role }) => role === 'super_admin')
  await engine.api.session.signIn({ workspace, email: account?.email ?? '', password: account?.password ?? '' })
  await engine.api.sync.now({ workspace })
}
const list = async () => (await engine.api.inbox.list({})).parts
const insert = (workspace: string, code: string) =>
  engine.api.entries.submit({
    workspace,
    request: { kind: 'insert', relation: 'public.document_types', values: { code, label: code } },
  })

test('an open workspace says what work waits in it; one that nobody has worked in says nothing', async () => {
  const parts = await list()
  expect(parts.map(({ workspace }) => workspace)).toEqual(['one', 'two'])
  const [free] = await cloud.sql<{ n: number }>(
    `select count(*)::int as n from public.dossiers
     where assigned_to is null and status not in ('COMPLETED', 'CANCELLED', 'DELIVERED')`,
  )
  expect(parts[0]).toMatchObject({ signIn: false, problem: null, pending: 0, conflicts: 0, rejected: 0 })
  expect(free?.n).toBeGreaterThan(0)
  expect(parts[0]?.work).toContainEqual({ view: 'unassigned-dossiers', rows: free?.n })
})

test('those come first in which something waits for a person; what waits for the network is counted', async () => {
  await insert('one', 'lease')
  await insert('two', 'utility')
  await cloud.sql(`insert into public.document_types (code, label) values ('utility', 'Theirs')`)
  await engine.api.sync.now({ workspace: 'two' })
  const [first, second] = await list()
  expect(first).toMatchObject({ workspace: 'two', pending: 0, person: expect.stringContaining('@') })
  expect((first?.conflicts ?? 0) + (first?.rejected ?? 0)).toBe(1)
  expect(first?.entries).toMatchObject([{ operation: { kind: 'insert', values: { code: 'utility' } } }])
  expect(second).toMatchObject({ workspace: 'one', pending: 1, conflicts: 0, rejected: 0 })
})

test('workspaces that are not open are not opened: their journals are read as they lie', async () => {
  const folder = (name: string) => join(engine.home, 'workspaces', name)
  // A mirror that is gone would be made anew by whoever opens the workspace.
  await engine.whileClosed(() => rmSync(join(folder('two'), 'mirror'), { recursive: true }))
  const [first, second] = await list()
  expect(first).toMatchObject({ workspace: 'two', entries: [{ operation: { kind: 'insert' } }], work: [] })
  expect(second).toMatchObject({ workspace: 'one', pending: 1 })
  expect((await engine.api.workspaces.list({})).map(({ open }) => open)).toEqual([false, false, false])
  expect(existsSync(join(folder('two'), 'mirror'))).toBe(false)
  expect(existsSync(folder('never'))).toBe(false)
})

test('signed out with decisions that wait, the workspace asks for whoever they wait for', async () => {
  await engine.api.session.signOut({ workspace: 'one', keepPending: true })
  const told = { workspace: 'one', signIn: true, person: null, waitingFor: [{ count: 1, email: expect.any(String) }] }
  expect((await list())[0]).toMatchObject(told)
  await engine.restart()
  expect((await list())[0]).toMatchObject(told)
})
