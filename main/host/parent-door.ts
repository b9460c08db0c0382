import { parentPort } from 'node:worker_threads'
import type { Channel } from '#shared/lib/line.ts'
import type { EngineMessage, HostMessage } from './engine-control.ts'
import { threadChannel, utilityChannel } from './port-channel.ts'

/** The engine process's way to its host, the same whether it is a thread or a utility process. */
export interface ParentDoor {
  say(message: EngineMessage): void
  onMessage(receive: (message: HostMessage, port: Channel | undefined) => void): void
}

/** @throws Error when this process was started by neither host */
export function parentDoor(): ParentDoor {
  if (process.parentPort) return utilityDoor(process.parentPort)
  if (parentPort) return threadDoor(parentPort)
  throw new Error('The engine process is started by a host: run `npm start`, or use the command line.')
}

function utilityDoor(parent: Electron.ParentPort): ParentDoor {
  return {
    say: (message) => parent.postMessage(message),
    onMessage(receive) {
      parent.on('message', ({ data, ports }) => receive(data as HostMessage, ports[0] && utilityChannel(ports[0])))
    },
  }
}

function threadDoor(parent: NonNullable<typeof parentPort>): ParentDoor {
  return {
    say: (message) => parent.postMessage(message),
    onMessage(receive) {
      parent.on('message', ({ message, port }) => receive(message, port && threadChannel(port)))
    },
  }
}
