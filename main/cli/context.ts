import type { Output } from './output.ts'
import type { Client } from './with-engine.ts'

/** What every command gets. The options that it depends on are read when a command runs, not before. */
export interface CommandContext {
  readonly output: Output
  readonly home: string
  /** @param background whether workspaces sync unasked meanwhile */
  engine<T>(work: (client: Client) => Promise<T>, background?: boolean): Promise<T>
  /** Ends the process with this code once the command has answered. */
  exitWith(code: number): void
}
