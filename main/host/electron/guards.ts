import { app, type Session } from 'electron'
import { SCREEN_ORIGIN } from './screen-protocol.ts'

/** Keeps every page where it is and without rights, whatever it shows: called before the first window. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      if (!isScreen(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => {
      if (!isScreen(event.url)) event.preventDefault()
    })
  })
}

/** Refuses every permission and every device: the console needs none. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

export function isScreen(url: string): boolean {
  return url === SCREEN_ORIGIN || url.startsWith(`${SCREEN_ORIGIN}/`)
}
