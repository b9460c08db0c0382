import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { runDesktop } from './host/electron/desktop.ts'
import { homeFolder } from './host/home.ts'

// Built, this file lies in out/main beside the engine's entry, with the screens and the preload in the folders next to it.
const built = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// Not awaited here: Electron becomes ready only when this module has been evaluated.
runDesktop({
  home: homeFolder(app.commandLine.getSwitchValue('home') || undefined),
  screens: built('../renderer'),
  preload: built('../preload/electron.cjs'),
  engine: built('./engine-process.js'),
}).catch((error) => {
  console.error(error)
  app.exit(1)
})
