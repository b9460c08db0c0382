// Injected fault: the wire between console and cloud, real TCP on the loopback, that a test can cut, slow and mend.
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Network {
  /** Where the console finds the cloud, through this wire. */
  readonly url: string
  /** Drops every connection and refuses new ones. */
  cut(): void
  mend(): void
  /** Lets requests through, and loses the answers to those that name this path, after the cloud has done its work. */
  loseAnswersTo(path: string): void
  close(): Promise<void>
}

/** @param target the cloud's real address, `http://127.0.0.1:port` */
export async function openNetwork(target: string): Promise<Network> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let isCut = false
  let lost: string | null = null

  const server = createServer((near) => {
    track(near)
    if (isCut) return near.resetAndDestroy()
    const far = connect(Number(port), hostname)
    track(far)
    let asked = ''
    near.on('data', (bytes: Buffer) => {
      const line = /^[A-Z]+ (\S+) HTTP/.exec(bytes.toString('latin1'))
      asked = line?.[1] ?? asked
      far.write(bytes)
    })
    near.on('end', () => far.end())
    far.on('data', (bytes: Buffer) => {
      if (lost !== null && asked.includes(lost)) {
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
      lost = null
    },
    loseAnswersTo: (path) => {
      lost = path
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
