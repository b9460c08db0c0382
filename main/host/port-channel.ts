import type { MessagePort } from 'node:worker_threads'
import type { Channel } from '#shared/lib/line.ts'

/** A channel over a port of Node's worker threads. */
export function threadChannel(port: MessagePort): Channel {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame: (receive) => void port.on('message', receive),
    onClose: (closed) => void port.once('close', closed),
    close: () => port.close(),
  }
}

/** A channel over a port of Electron's main and utility processes. */
export function utilityChannel(port: Electron.MessagePortMain): Channel {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame(receive) {
      port.on('message', ({ data }) => receive(data))
      port.start()
    },
    onClose: (closed) => void port.once('close', closed),
    close: () => port.close(),
  }
}
