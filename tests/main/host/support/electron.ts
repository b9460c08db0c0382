/*
 * A stand-in for the `electron` module. Electron's runtime is a download that is not there on every machine, and
 * without it the module can't even be imported. Its shapes follow Electron's own types; ports carry real messages and
 * the utility process is a real thread. What real windows do is shown by tests/e2e/electron.e2e.ts.
 */
import { EventEmitter } from 'node:events'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Rectangle } from 'electron'

class StandInPort extends EventEmitter {
  readonly inner: MessagePort

  constructor(inner: MessagePort) {
    super()
    this.inner = inner
    inner.once('close', () => this.emit('close'))
  }

  postMessage(message: unknown): void {
    this.inner.postMessage(message)
  }

  start(): void {
    this.inner.on('message', (data) => this.emit('message', { data, ports: [] }))
  }

  close(): void {
    this.inner.close()
  }
}

export class MessageChannelMain {
  readonly port1: StandInPort
  readonly port2: StandInPort

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new StandInPort(port1)
    this.port2 = new StandInPort(port2)
  }
}

/** Two joined ports, typed as the main process sees them. */
export function utilityPorts(): { port1: Electron.MessagePortMain; port2: Electron.MessagePortMain } {
  return new MessageChannelMain() as unknown as { port1: Electron.MessagePortMain; port2: Electron.MessagePortMain }
}

class App extends EventEmitter {
  readonly name = 'Outpost'
  isPackaged = false
  isFirstInstance = true
  locale = 'en-GB'
  readonly did: string[] = []
  readonly paths = new Map<string, string>()

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }
  requestSingleInstanceLock(): boolean {
    return this.isFirstInstance
  }
  enableSandbox(): void {
    this.did.push('sandbox')
  }
  async whenReady(): Promise<void> {
    this.did.push('ready')
  }
  getLocale(): string {
    return this.locale
  }
  exit(code: number): void {
    this.did.push(`exit ${code}`)
  }
  /** As Electron does: asks everybody first, and ends only when nobody objects. */
  quit(): void {
    let objected = false
    this.emit('before-quit', {
      preventDefault: () => {
        objected = true
      },
    })
    this.did.push(objected ? 'quit put off' : 'quit')
  }
}
export const app = new App()

export const ipcMain = new EventEmitter()
export const ipcRenderer = Object.assign(new EventEmitter(), { sent: [] as string[], send: (_channel: string) => {} })

export const contextBridge = {
  worlds: new Map<string, unknown>(),
  exposeInMainWorld(name: string, value: unknown): void {
    contextBridge.worlds.set(name, value)
  },
}

export class WebContents extends EventEmitter {
  readonly loaded: string[] = []
  openHandler: (() => { action: string }) | undefined
  reloads = 0

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler
  }
  /** Messages go straight to the one preload there is. */
  postMessage(channel: string, message: unknown, ports: StandInPort[]): void {
    ipcRenderer.emit(channel, { ports: ports.map((port) => port.inner) }, message)
  }
  send(channel: string): void {
    ipcRenderer.emit(channel, { ports: [] })
  }
  reload(): void {
    this.reloads += 1
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly open: BrowserWindow[] = []
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.open
  }

  readonly options: BrowserWindowConstructorOptions
  readonly webContents = new WebContents()
  readonly did: string[] = []
  bounds: Rectangle

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.options = options
    const { x = 10, y = 10, width = 0, height = 0 } = options
    this.bounds = { x, y, width, height }
    BrowserWindow.open.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.loaded.push(url)
  }
  getNormalBounds(): Rectangle {
    return this.bounds
  }
  isMaximized(): boolean {
    return this.did.includes('maximize')
  }
  isMinimized(): boolean {
    return this.did.includes('minimize')
  }
  isDestroyed(): boolean {
    return false
  }
  maximize(): void {
    this.did.push('maximize')
  }
  restore(): void {
    this.did.push('restore')
  }
  show(): void {
    this.did.push('show')
  }
  focus(): void {
    this.did.push('focus')
  }
}

export const Menu = {
  shown: [] as MenuItemConstructorOptions[],
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: MenuItemConstructorOptions[]): void {
    Menu.shown = template
  },
}

export const dialog = {
  shown: [] as string[],
  answer: 0,
  showErrorBox(title: string, content: string): void {
    dialog.shown.push(`${title} ${content}`)
  },
  async showMessageBox({ message }: { message: string }): Promise<{ response: number }> {
    dialog.shown.push(message)
    return { response: dialog.answer }
  },
}

export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' }
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] }
export const shell = { openPath: async () => '' }

interface Handlers {
  request?: (contents: unknown, permission: string, answer: (allowed: boolean) => void) => void
  check?: () => boolean
  device?: () => boolean
}
export const session = {
  handlers: {} as Handlers,
  defaultSession: {
    setPermissionRequestHandler: (handler: Handlers['request']) =>
      void Object.assign(session.handlers, { request: handler }),
    setPermissionCheckHandler: (handler: Handlers['check']) => void Object.assign(session.handlers, { check: handler }),
    setDevicePermissionHandler: (handler: Handlers['device']) =>
      void Object.assign(session.handlers, { device: handler }),
  },
}

export const protocol = {
  privileged: [] as { scheme: string; privileges: Record<string, boolean> }[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: Record<string, boolean> }[]): void {
    protocol.privileged = schemes
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    protocol.handlers.set(scheme, handler)
  },
}

export const safeStorage = {
  available: true,
  backend: 'gnome_libsecret',
  getSelectedStorageBackend: () => safeStorage.backend,
  isAsyncEncryptionAvailable: async () => safeStorage.available,
  encryptStringAsync: async (text: string) => Buffer.from(`locked ${text}`),
  async decryptStringAsync(bytes: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    const text = bytes.toString()
    if (!text.startsWith('locked ')) throw new Error('not ours')
    return { result: text.slice('locked '.length), shouldReEncrypt: false }
  },
}

class UtilityProcess extends EventEmitter {
  readonly #worker: Worker

  constructor(entry: string) {
    super()
    this.#worker = new Worker(entry)
    this.#worker.on('message', (message) => this.emit('message', message))
    this.#worker.on('error', () => {})
    this.#worker.on('exit', (code) => this.emit('exit', code))
  }
  postMessage(message: unknown, ports: StandInPort[] = []): void {
    const port = ports[0]?.inner
    this.#worker.postMessage({ message, port }, port ? [port] : [])
  }
  kill(): boolean {
    void this.#worker.terminate()
    return true
  }
}
export const utilityProcess = { fork: (entry: string) => new UtilityProcess(entry) }
