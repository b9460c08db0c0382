import { type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain, type WebContents } from 'electron'
import { isScreen } from './guards.ts'

/** Hands the pages their ports to the engine, and fresh ones when the engine has been started anew. */
export class PageLinks {
  readonly #pages = new Set<WebContents>()
  readonly #connect: (port: MessagePortMain) => boolean

  /** @param connect gives the engine its end of a page's port; false while there is no engine */
  constructor(connect: (port: MessagePortMain) => boolean) {
    this.#connect = connect
    ipcMain.on('outpost:connect', (event) => this.#onConnect(event))
  }

  /** The engine answers: every page that has asked gets a port. */
  up(): void {
    for (const page of this.#pages) this.#link(page)
  }

  /** The engine is gone: pages hold their calls back until `up`. */
  down(): void {
    for (const page of this.#pages) page.send('outpost:down')
  }

  /** The one door of the main process: only the top frame of our own page gets a port. */
  #onConnect(event: IpcMainEvent): void {
    const { sender: page, senderFrame } = event
    if (!senderFrame || senderFrame.parent !== null || !isScreen(senderFrame.url)) return
    if (!this.#pages.has(page)) page.once('destroyed', () => this.#pages.delete(page))
    this.#pages.add(page)
    this.#link(page)
  }

  #link(page: WebContents): void {
    const { port1, port2 } = new MessageChannelMain()
    if (this.#connect(port2)) page.postMessage('outpost:port', null, [port1])
  }
}
