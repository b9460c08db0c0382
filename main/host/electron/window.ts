import { BrowserWindow, nativeTheme, screen } from 'electron'
import { SCREEN_ORIGIN } from './screen-protocol.ts'
import { keepWindowState, MIN_HEIGHT, MIN_WIDTH, readWindowState } from './window-state.ts'

/** A page that dies more often than this in a row is left alone. */
const MAX_RELOADS = 3

/** Opens the one window of the console where it was last; `preload` is the only code with more rights than a page. */
export function openWindow(preload: string, stateFile: string): BrowserWindow {
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const { maximized, ...place } = readWindowState(stateFile, workAreas)
  const window = new BrowserWindow({
    ...place,
    minWidth: MIN_WIDTH,
    minHeight: MIN_HEIGHT,
    show: false,
    title: 'Outpost',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181d' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  })
  if (maximized) window.maximize()
  keepWindowState(window, stateFile)
  window.once('ready-to-show', () => window.show())
  reloadWhenGone(window)
  void window.loadURL(`${SCREEN_ORIGIN}/`)
  return window
}

/** Brings the window before the person's eyes. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** A page that died holds nothing that is not in the journal: it is simply shown anew. */
function reloadWhenGone(window: BrowserWindow): void {
  let reloads = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || reloads === MAX_RELOADS) return
    reloads += 1
    window.webContents.reload()
  })
}
