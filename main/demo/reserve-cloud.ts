import { chmod, mkdir } from 'node:fs/promises'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import { accountsOf } from './seed.ts'
import { serveOnLoopback } from './server/http-server.ts'
import { newSettings, readSettings, writeSettings } from './settings.ts'

interface Reserved {
  readonly url: string
  readonly key: string
  readonly accounts: readonly DemoAccount[]
}

/**
 * Says where a demo cloud is going to be found, under which key and by whom, without starting it: an entry in a list of
 * workspaces needs no more. The first start keeps to it.
 */
export async function reserveCloud(system: string, folder: string): Promise<Reserved> {
  const accounts = await accountsOf(system)
  const known = await readSettings(folder)
  if (known?.port) return { url: `http://127.0.0.1:${known.port}`, key: known.key, accounts }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const settings = known ?? newSettings({ system, size: 'demo', postgres: false })
  const port = await freePort()
  await writeSettings(folder, { ...settings, port })
  return { url: `http://127.0.0.1:${port}`, key: settings.key, accounts }
}

async function freePort(): Promise<number> {
  const { port, stop } = await serveOnLoopback(
    async () => new Response(null, { status: 503 }),
    0,
    () => undefined,
  )
  await stop()
  return port
}
