// Injected fault: the wire between console and cloud, real TCP on the loopback, that a test can cut, slow and mend.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Network {
  /** Where the console finds the cloud, through this wire. */
  readonly url: string
  /** Drops every connection and refuses new ones. */
  cut(): void
  mend(): void
  /** Lets requests through and loses the next `count` answers after the cloud has done its work. */
  loseAnswers(count: number): void
  close(): Promise<void>
}

/** @param target the cloud's real address, `http://127.0.0.1:port` */
export async function openNetwork(target: string): Promise<Network> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isCut = false
  let answersToLose = 0

  const server = createServer((near) => {
    track(near)
    if (isCut) return near.resetAndDestroy()
    const far = connect(Number(port), hostname)
    track(far)
    near.pipe(far)
    far.on('data', (bytes) => {
      if (answersToLose > 0) {
        answersToLose -= 1
        near.resetAndDestroy()
        far.destroy()
      } else {
        near.write(bytes)
      }
    })
    far.on('end', () => near.end())
    far.on('close', () => near.destroy())
    near.on('close', () => far.destroy())
  })
  const track = (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A broken wire is what this is for.
    socket.on('error', () => undefined)
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true
      for (const socket of sockets) socket.resetAndDestroy()
    },
    mend: () => {
      isCut = false
    },
    loseAnswers: (count) => {
      answersToLose = count
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
