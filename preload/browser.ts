import type { Bridge } from '#shared/contract/contract.ts'
import type { Channel } from '#shared/lib/line.ts'
import { ReconnectingBridge } from './bridge.ts'

/**
 * Puts `window.outpost` over a WebSocket to the browser host. Loaded by the page before anything else; where the
 * desktop host has put its own bridge already, it does nothing.
 */
const FIRST_RETRY_MS = 200
const LAST_RETRY_MS = 5_000

if (!('outpost' in window)) {
  const link = new ReconnectingBridge('browser')
  connect(link, FIRST_RETRY_MS)
  Object.defineProperty(window, 'outpost', { value: link.bridge satisfies Bridge })
}

function connect(link: ReconnectingBridge, retryMs: number): void {
  const socket = new WebSocket(`ws://${location.host}/engine`)
  let opened = false
  socket.addEventListener('open', () => {
    opened = true
    link.attach(socketChannel(socket))
  })
  socket.addEventListener('close', () => {
    const wait = opened ? FIRST_RETRY_MS : retryMs
    if (!opened) void showWhenTurnedAway()
    setTimeout(() => connect(link, Math.min(wait * 2, LAST_RETRY_MS)), wait * (0.5 + Math.random() / 2))
  })
}

/** A host that was started anew does not know this page's cookie: its own page says what to do. */
async function showWhenTurnedAway(): Promise<void> {
  try {
    const answer = await fetch('/', { method: 'HEAD', cache: 'no-store' })
    if (answer.status === 401) location.reload()
  } catch {
    // The host is not there at all: the next attempt will tell.
  }
}

function socketChannel(socket: WebSocket): Channel {
  return {
    post: (frame) => socket.send(frame),
    onFrame: (receive) => socket.addEventListener('message', (message) => receive(message.data)),
    onClose: (closed) => socket.addEventListener('close', closed),
    close: () => socket.close(),
  }
}
