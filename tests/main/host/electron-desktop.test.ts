import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { runDesktop } from '#main/host/electron/desktop.ts'
import type { Bridge } from '#shared/contract/contract.ts'
import * as electron from './support/electron.ts'
import { sampleScreens, scratch } from './support/sample-host.ts'

vi.mock('electron', () => import('./support/electron.ts'))

/** One desktop, from start to quit: the tests below go through its life in order. */
const folder = scratch()
const home = join(folder.path, 'home')
const { app, BrowserWindow, dialog, ipcMain, ipcRenderer, Menu, nativeTheme, protocol, session } = electron
let bridge: Bridge
const links: boolean[] = []

function window() {
  const opened = BrowserWindow.open[0]
  if (!opened) throw new Error('There is no window.')
  return opened
}

function labels(): (string | undefined)[] {
  return Menu.shown.map(({ label }) => label)
}

beforeAll(async () => {
  mkdirSync(home)
  app.locale = 'fr-FR'
  ipcRenderer.send = (channel) => {
    const frame = { parent: null, url: 'app://outpost/' }
    ipcMain.emit(channel, { sender: window().webContents, senderFrame: frame })
  }
  await runDesktop({
    home,
    screens: sampleScreens(folder.path),
    preload: '/built/preload.cjs',
    engine: fileURLToPath(new URL('./support/sample-engine-process.ts', import.meta.url)),
  })
  await import('../../../preload/electron.ts')
  bridge = electron.contextBridge.worlds.get('outpost') as Bridge
  bridge.onLink((up) => links.push(up))
  return () => folder.remove()
})

describe('the desktop', () => {
  it('opens one window without any rights, on the console’s own origin', () => {
    expect(BrowserWindow.open).toHaveLength(1)
    expect(window().options.webPreferences).toMatchObject({
      preload: '/built/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
    expect(window().webContents.loaded).toEqual(['app://outpost/'])
    expect(app.did).toEqual(['sandbox', 'ready'])
    expect(app.paths.get('userData')).toBe(join(home, 'desktop'))
  })

  it('gives its scheme no way around content policies', () => {
    expect(protocol.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })

  it('serves the built screens and nothing beside them', async () => {
    const serve = protocol.handlers.get('app')
    const page = await serve?.(new Request('app://outpost/'))
    expect(page?.status).toBe(200)
    expect(page?.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect((await serve?.(new Request('app://outpost/assets/main-1234.js')))?.status).toBe(200)
    expect((await serve?.(new Request('app://outpost/..%2fsecret.js')))?.status).toBe(404)
    expect((await serve?.(new Request('app://elsewhere/')))?.status).toBe(404)
    expect((await serve?.(new Request('app://outpost/', { method: 'POST' })))?.status).toBe(404)
  })

  it('lets no page open a window, leave the console, or hold another page', () => {
    const { webContents } = window()
    expect(webContents.openHandler?.()).toEqual({ action: 'deny' })
    const refused = (name: string, url: string) => {
      const event = { url, preventDefault: vi.fn() }
      webContents.emit(name, event)
      return event.preventDefault.mock.calls.length === 1
    }
    expect(refused('will-attach-webview', '')).toBe(true)
    for (const name of ['will-frame-navigate', 'will-redirect']) {
      for (const url of [
        'https://evil.example/',
        'file:///etc/passwd',
        'app://outpost.evil/',
        'app://other/',
        'about:blank',
      ])
        expect(refused(name, url)).toBe(true)
      expect(refused(name, 'app://outpost/w/demo')).toBe(false)
    }
  })

  it('refuses every permission and device', () => {
    const { request, check, device } = session.handlers
    const answer = vi.fn()
    request?.({}, 'media', answer)
    expect(answer).toHaveBeenCalledExactlyOnceWith(false)
    expect(check?.()).toBe(false)
    expect(device?.()).toBe(false)
  })

  it('hands the page a port over which it calls the engine, past the main process', async () => {
    expect(bridge.host).toBe('electron')
    expect(links).toEqual([true])
    expect(await bridge.call('sample.echo', { a: 1 })).toEqual({
      ok: true,
      value: { path: 'sample.echo', input: { a: 1 } },
    })
  })

  it('hands no port to a frame inside a page, nor to a page of another origin', () => {
    const asks = (senderFrame: unknown) => {
      const sender = new electron.WebContents()
      const posted = vi.spyOn(sender, 'postMessage')
      ipcMain.emit('outpost:connect', { sender, senderFrame })
      return posted.mock.calls.length
    }
    expect(asks({ parent: {}, url: 'app://outpost/' })).toBe(0)
    expect(asks({ parent: null, url: 'https://evil.example/' })).toBe(0)
    expect(asks(null)).toBe(0)
  })

  it('seals what the engine keeps with the system’s keychain', async () => {
    expect(await bridge.call('sample.seal', 'token')).toEqual({ ok: true, value: ['keychain1', 'token'] })
  })

  it('speaks the language and wears the theme that the person chose', async () => {
    await expect.poll(labels).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
    expect(nativeTheme.themeSource).toBe('dark')
    await bridge.call('sample.settings', { theme: 'light', language: 'fr', density: 'normal' })
    await expect.poll(labels).toEqual(['Fichier', 'Édition', 'Affichage', 'Fenêtre', 'Aide'])
    expect(nativeTheme.themeSource).toBe('light')
  })

  it('starts an engine anew that has died, and the page’s call is answered by it', async () => {
    expect(await bridge.call('sample.dieOnce', 1)).toMatchObject({ ok: true })
    expect(links).toEqual([true, false, true])
    expect(dialog.shown).toEqual([])
  })

  it('shows a page anew that has died, and leaves it alone when it goes on dying', () => {
    for (let n = 0; n < 5; n++) window().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    expect(window().webContents.reloads).toBe(3)
  })

  it('brings its window forward when it is started a second time', () => {
    window().did.length = 0
    app.emit('second-instance')
    expect(window().did).toEqual(['show', 'focus'])
    expect(BrowserWindow.open).toHaveLength(1)
  })

  it('keeps the place of its window', () => {
    window().bounds = { x: 40, y: 50, width: 1200, height: 800 }
    window().emit('close')
    expect(JSON.parse(readFileSync(join(home, 'window.json'), 'utf8'))).toEqual({
      x: 40,
      y: 50,
      width: 1200,
      height: 800,
      maximized: false,
    })
  })

  it('quits in order: the engine has closed its data before the app ends', async () => {
    app.did.length = 0
    app.emit('window-all-closed')
    expect(app.did).toEqual(['quit put off'])
    await expect.poll(() => app.did).toEqual(['quit put off', 'quit'])
    expect(existsSync(join(home, 'closed'))).toBe(true)
  })

  it('says why and ends when the engine can’t be opened', async () => {
    app.did.length = 0
    writeFileSync(join(home, 'broken'), '')
    await runDesktop({
      home,
      screens: join(folder.path, 'screens'),
      preload: '/built/preload.cjs',
      engine: fileURLToPath(new URL('./support/sample-engine-process.ts', import.meta.url)),
    })
    expect(dialog.shown).toEqual(['Outpost ne peut pas démarrer. The disk is full.'])
    expect(app.did).toContain('exit 1')
  })

  it('leaves at once when it already runs', async () => {
    app.did.length = 0
    app.isFirstInstance = false
    await runDesktop({ home, screens: '', preload: '', engine: '' })
    expect(app.did[0]).toMatch(/^quit/)
    expect(app.did).not.toContain('ready')
  })
})
