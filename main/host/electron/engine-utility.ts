import { type MessagePortMain, utilityProcess } from 'electron'
import type { EngineChild } from '../engine-child.ts'

/** Starts the engine in a process of its own, beside the main process, which must never wait for data. */
export function startEngineUtility(entry: string): EngineChild<MessagePortMain> {
  const child = utilityProcess.fork(entry, [], { serviceName: 'Outpost engine' })
  let fault = ''
  child.on('error', (type, location) => {
    fault = `${type} at ${location}`
  })
  return {
    say: (message, port) => child.postMessage(message, port ? [port] : []),
    onMessage: (receive) => void child.on('message', receive),
    onExit: (exited) => void child.once('exit', (code) => exited(fault || `exit code ${code}`)),
    kill: () => void child.kill(),
  }
}
