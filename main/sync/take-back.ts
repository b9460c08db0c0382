import type { Replica } from './replica.ts'
import { discardAll } from './settle.ts'
import type { UndoWindow } from './undo-window.ts'

/** Decisions that are given up in one stroke: whoever works meanwhile waits no longer than for these. */
const PORTION = 250

export interface TakenBack {
  /** Those that are given up when this ends, also the ones that had been before. */
  readonly undone: number
  /** Those that stay, since they have left this computer or may be leaving it. */
  readonly late: number
}

/**
 * Takes back decisions that were taken together, those that are still kept here: from the last to the first, so that
 * none is left standing on one that is gone. Whatever ends this on its way, what stays is a beginning of them.
 * @param onProgress lets everything else have its turn
 */
export async function takeBack(
  replica: Replica,
  undo: UndoWindow,
  entries: readonly string[],
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<TakenBack> {
  const wanted = new Set(entries)
  const isHere = (id: string) => wanted.has(id) && !undo.isOver(id)
  const open = replica.journal.inState('pending', 'held').map(({ id }) => id)
  const order = open.filter(isHere).reverse()
  // Their time must not end while this goes on.
  for (const id of order) undo.hold(id)
  try {
    for (let at = 0; at < order.length; at += PORTION) {
      // Somebody who syncs now ends it all the same.
      const here = order.slice(at, at + PORTION).filter(isHere)
      if (here.length > 0) await discardAll(replica, here)
      await onProgress(Math.min(at + PORTION, order.length), order.length)
    }
  } finally {
    undo.openTogether(order)
  }
  const undone = replica.journal.discarded([...wanted])
  return { undone, late: wanted.size - undone }
}
