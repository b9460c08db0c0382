import { type MessagePort, Worker } from 'node:worker_threads'
import type { EngineChild } from '../engine-child.ts'

/** Starts the engine in a thread of this process, beside the server that its screens come through. */
export function startEngineThread(entry: URL): EngineChild<MessagePort> {
  const worker = new Worker(entry, { name: 'engine' })
  let fault = ''
  worker.on('error', (error) => {
    fault = `${error instanceof Error ? error.message : error}`
  })
  return {
    say: (message, port) => worker.postMessage({ message, port }, port ? [port] : []),
    onMessage: (receive) => void worker.on('message', receive),
    onExit: (exited) => void worker.once('exit', (code) => exited(fault || `exit code ${code}`)),
    kill: () => void worker.terminate(),
  }
}
