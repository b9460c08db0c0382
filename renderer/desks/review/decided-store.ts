import { create } from 'zustand'
import type { QueueRow } from '#shared/contract/review.ts'

export type Verdict = 'APPROVED' | 'REJECTED'

/** Rows of the queue know a decision by themselves after this. Milliseconds. */
const UNTIL_TOLD = 5_000

/**
 * Decisions made a moment ago in this window, by version: a row shows its decision at once, before the list has been
 * asked again. The engine's own word replaces it.
 */
export const useDecided = create<Readonly<Record<string, Verdict>>>(() => ({}))

export function showDecided(versionId: string, verdict: Verdict): void {
  useDecided.setState({ [versionId]: verdict })
}

export function hideDecided(versionId: string): void {
  useDecided.setState(({ [versionId]: _gone, ...others }) => others, true)
}

/** The engine has it: soon the rows tell it themselves, and also when it is taken back. */
export function letRowsTell(versionId: string): void {
  setTimeout(() => hideDecided(versionId), UNTIL_TOLD)
}

/** Whether a row still waits for a decision: not one that was decided here, nor one that waits for another choice. */
export function isUndecided({ versionId, decided, mark }: Pick<QueueRow, 'versionId' | 'decided' | 'mark'>): boolean {
  return decided === null && mark === null && useDecided.getState()[versionId] === undefined
}
