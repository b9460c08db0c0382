import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { MenuWords } from './menu-words.ts'

/** Puts the application menu into these words. `logs` is the folder that Help shows. */
export function showMenu(words: MenuWords, logs: string): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, logs)))
}

function menuTemplate(words: MenuWords, logs: string): MenuItemConstructorOptions[] {
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit }
  const isMac = process.platform === 'darwin'
  const first: MenuItemConstructorOptions = isMac
    ? { label: app.name, submenu: [{ role: 'about', label: words.about }, { role: 'hide', label: words.hide }, quit] }
    : { label: words.file, submenu: [quit] }
  return [
    first,
    { label: words.edit, submenu: editItems(words) },
    { label: words.view, submenu: viewItems(words) },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
    { role: 'help', label: words.help, submenu: [{ label: words.logs, click: () => void shell.openPath(logs) }] },
  ]
}

function editItems(words: MenuWords): MenuItemConstructorOptions[] {
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ]
}

function viewItems(words: MenuWords): MenuItemConstructorOptions[] {
  const tools: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools', label: words.developerTools }]
  return [
    { role: 'reload', label: words.reload },
    { type: 'separator' },
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { role: 'togglefullscreen', label: words.fullScreen },
    ...tools,
  ]
}
