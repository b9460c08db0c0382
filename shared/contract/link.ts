import type { EngineEvent, Reply } from './contract.ts'

/** A longer frame from a screen is refused: the largest honest call is a query of 100 000 characters. Bytes. */
export const MAX_FRAME_BYTES = 1024 * 1024

/** What the engine answers over a link. */
export interface EngineSide {
  call(path: string, input: unknown): Promise<Reply>
}

/** What the engine says over a link without being asked. */
export interface ScreenSide {
  event(event: EngineEvent): void
}

/** Calls that change something: after a lost link nobody knows whether they ran, so they are never sent twice. */
const onceOnly = new Set([
  'workspaces.add',
  'workspaces.remove',
  'session.signIn',
  'session.signOut',
  'entries.submit',
  'entries.undo',
  'outbox.retry',
  'outbox.discard',
  'conflicts.resolve',
  'import.put',
  'import.apply',
])

/** Whether a call may be sent again when the link broke before its answer came. */
export function isRepeatable(path: string): boolean {
  return !onceOnly.has(path)
}
