import { join } from 'node:path'
import { app, BrowserWindow, dialog, MessageChannelMain, type MessagePortMain, session } from 'electron'
import type { Logger } from 'pino'
import { fileVault } from '../file-vault.ts'
import { openLog } from '../log.ts'
import { Page } from '../page.ts'
import { utilityChannel } from '../port-channel.ts'
import { serveVault } from '../remote-vault.ts'
import { Supervisor } from '../supervisor.ts'
import { startEngineUtility } from './engine-utility.ts'
import { guardPages, guardSession } from './guards.ts'
import { keychainVault } from './keychain-vault.ts'
import { showMenu } from './menu.ts'
import { PageLinks } from './page-links.ts'
import { followSettings, systemWords } from './preferences.ts'
import { claimScheme, SCREEN_ORIGIN, serveScreens } from './screen-protocol.ts'
import { openWindow, showWindow } from './window.ts'

/** After so many stops in a row the person is told, and asked whether to go on. */
const STOPS_UNTIL_TOLD = 3

interface DesktopOptions {
  readonly home: string
  /** Built files: the screens' folder, the preload and the engine's entry. */
  readonly screens: string
  readonly preload: string
  readonly engine: string
}

/**
 * The desktop console, from start to quit. The main process opens windows and processes and stays out of the data's
 * way: what a page and the engine say to each other passes through no code here.
 */
export async function runDesktop(options: DesktopOptions): Promise<void> {
  app.setPath('userData', join(options.home, 'desktop'))
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.enableSandbox()
  claimScheme()
  guardPages()
  await app.whenReady()

  const log = openLog(options.home, 'desktop')
  guardSession(session.defaultSession)
  showMenu(systemWords(), logFolder(options))
  const supervisor = supervise(options, log)
  try {
    serveScreens(await Page.load(options.screens, `'self' ${SCREEN_ORIGIN}`))
    await supervisor.open()
  } catch (error) {
    log.fatal({ err: error }, 'could not start')
    dialog.showErrorBox(systemWords().engineFailed, error instanceof Error ? error.message : String(error))
    return app.exit(1)
  }
  const stateFile = join(options.home, 'window.json')
  openWindow(options.preload, stateFile)
  app.on('second-instance', () => reopen(options.preload, stateFile))
  app.on('activate', () => reopen(options.preload, stateFile))
}

function supervise(options: DesktopOptions, log: Logger): Supervisor<MessagePortMain> {
  const vault = keychainVault(fileVault(options.home))
  const supervisor: Supervisor<MessagePortMain> = new Supervisor({
    start: () => startEngineUtility(options.engine),
    home: options.home,
    log,
    vaultPort() {
      const { port1, port2 } = new MessageChannelMain()
      serveVault(vault, utilityChannel(port1))
      return port2
    },
    onUp() {
      links.up()
      followSettings((port) => supervisor.connect(port), logFolder(options)).catch((error) => {
        log.warn({ err: error }, 'the settings could not be followed')
      })
    },
    onDown(_reason, times) {
      links.down()
      if (times === STOPS_UNTIL_TOLD) void tellStopped()
    },
  })
  const links = new PageLinks((port) => supervisor.connect(port))
  quitInOrder(() => supervisor.close())
  return supervisor
}

/** The engine closes first, so that a quit looks like a quit in its files; then the app ends. */
function quitInOrder(close: () => Promise<void>): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = true
    void close().finally(() => app.quit())
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
}

async function tellStopped(): Promise<void> {
  const words = systemWords()
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: words.engineDown,
    detail: words.engineDownDetail,
    buttons: [words.keepTrying, words.quit],
  })
  if (response === 1) app.quit()
}

function reopen(preload: string, stateFile: string): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window) showWindow(window)
  else openWindow(preload, stateFile)
}

function logFolder({ home }: DesktopOptions): string {
  return join(home, 'logs')
}
