import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BrowserHost, openBrowserHost } from '#main/host/browser/browser-host.ts'
import { sampleScreens, scratch } from './support/sample-host.ts'

const folder = scratch()
let host: BrowserHost
beforeAll(async () => {
  host = await openBrowserHost({
    home: folder.path,
    port: 0,
    screens: sampleScreens(folder.path),
    engine: new URL('../../../main/engine-process.ts', import.meta.url),
    log: pino({ level: 'silent' }),
    onEngineDown: () => undefined,
  })
})
afterAll(async () => {
  await host.close()
  folder.remove()
})

it.each([
  ['review.queue', { workspace: 'demo', limit: -1 }, 'limit'],
  ['review.queue', { workspace: 'Not A Name' }, 'workspace'],
  ['review.document', { workspace: 'demo', documentId: "1' or '1'='1" }, 'documentId'],
  ['entries.submit', { workspace: 'demo', request: { kind: 'drop' } }, 'request.kind'],
  ['settings.set', { theme: 'pink' }, 'theme'],
])('a malformed %s(%j) is refused with the field that is wrong', async (path, input, field) => {
  expect(await host.call(path, input)).toMatchObject({ ok: false, error: { code: 'bad_request', field } })
})

it.each(['nothing.here', 'review', 'review.queue.more', 'constructor.constructor', '__proto__.toString', ''])(
  'a call of %j, which the contract does not have, is refused',
  async (path) => {
    expect(await host.call(path, {})).toMatchObject({ ok: false, error: { code: 'bad_request' } })
  },
)

it('and the engine goes on answering', async () => {
  expect(await host.call('workspaces.list', {})).toEqual({ ok: true, value: [] })
  expect(await host.call('sync.status', { workspace: 'demo' })).toMatchObject({ error: { code: 'workspace_unknown' } })
})
