import type { WebSocket } from 'ws'
import type { Channel } from '#shared/lib/line.ts'

/** A page's end of a WebSocket as a channel. */
export function socketChannel(socket: WebSocket): Channel {
  return {
    post: (frame) => socket.send(frame),
    onFrame: (receive) => void socket.on('message', (data) => receive(String(data))),
    onClose: (closed) => void socket.once('close', closed),
    close: () => socket.close(),
  }
}
