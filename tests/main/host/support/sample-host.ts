import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import { type BrowserHost, openBrowserHost } from '#main/host/browser/browser-host.ts'

const PAGE = '<!doctype html><meta property="csp-nonce" nonce="__CSP_NONCE__"><title>Sample</title>'

/** A folder of its own, gone when the test is over. */
export function scratch(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'outpost-host-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Screens as a build would leave them, with a file beside the folder that nobody may get. */
export function sampleScreens(folder: string): string {
  const screens = join(folder, 'screens')
  mkdirSync(join(screens, 'assets'), { recursive: true })
  writeFileSync(join(screens, 'index.html'), PAGE)
  writeFileSync(join(screens, 'assets', 'main-1234.js'), 'export {}')
  writeFileSync(join(screens, 'assets', 'pdf.worker-1234.mjs'), 'export {}')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  return screens
}

export interface SampleHost extends BrowserHost {
  readonly home: string
  readonly downs: string[]
  /** Enters as a browser does: the cookie header for later requests. */
  enter(): Promise<string>
  remove(): Promise<void>
}

/** The browser host, for real, over the sample engine; at any free port unless one is named. */
export async function sampleHost(port = 0): Promise<SampleHost> {
  const folder = scratch()
  const home = join(folder.path, 'home')
  mkdirSync(home)
  const downs: string[] = []
  const host = await openBrowserHost({
    home,
    port,
    screens: sampleScreens(folder.path),
    engine: new URL('./sample-engine-process.ts', import.meta.url),
    log: pino({ level: 'silent' }),
    onEngineDown: (reason) => void downs.push(reason),
  })
  return {
    ...host,
    home,
    downs,
    async enter() {
      const { headers } = await get(host.origin, new URL(host.freshAddress()).search, { path: '/' })
      return String(headers['set-cookie']?.[0]).split(';')[0] ?? ''
    },
    async remove() {
      await host.close()
      folder.remove()
    },
  }
}

export interface Got {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

interface Asked {
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
}

/** A raw request: nothing about its path or headers is tidied up on the way. */
export function get(
  origin: string,
  query: string,
  { path = '', method = 'GET', headers = {} }: Asked = {},
): Promise<Got> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: path + query, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts).toString() })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** A page's WebSocket, or the status with which it was turned away. */
export function openSocket(
  origin: string,
  headers: Record<string, string>,
  path = '/engine',
): Promise<WebSocket | number> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}`, { headers })
  return new Promise((resolve, reject) => {
    socket.on('open', () => resolve(socket))
    socket.on('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0))
    socket.on('error', reject)
  })
}
