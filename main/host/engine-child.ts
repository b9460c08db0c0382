import type { EngineMessage, HostMessage } from './engine-control.ts'

/** A started engine process as its host holds it, whichever kind of process it is. `Port` is that kind's port. */
export interface EngineChild<Port> {
  say(message: HostMessage, port?: Port): void
  onMessage(receive: (message: EngineMessage) => void): void
  /** Called once, with words for the log, when the process has ended for whatever reason. */
  onExit(exited: (reason: string) => void): void
  /** Ends it at once, as `kill -9` would. */
  kill(): void
}
