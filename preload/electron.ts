import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#shared/contract/contract.ts'
import type { Channel } from '#shared/lib/line.ts'
import { ReconnectingBridge } from './bridge.ts'

/**
 * Puts `window.outpost` over a MessagePort to the engine process. The main process hands over a port when this page
 * asks for one, and a fresh one whenever the engine has been started anew.
 */
const link = new ReconnectingBridge('electron')

ipcRenderer.on('outpost:port', (event) => {
  const port = event.ports[0]
  if (port) link.attach(portChannel(port))
})
ipcRenderer.send('outpost:connect')

contextBridge.exposeInMainWorld('outpost', link.bridge satisfies Bridge)

function portChannel(port: MessagePort): Channel {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame: (receive) => {
      port.onmessage = (message) => receive(message.data)
    },
    // The main process says so too, since a port may not notice that the process at its other end has died.
    onClose: (closed) => {
      const once = () => {
        ipcRenderer.off('outpost:down', once)
        port.removeEventListener('close', once)
        closed()
      }
      port.addEventListener('close', once)
      ipcRenderer.on('outpost:down', once)
    },
    close: () => port.close(),
  }
}
