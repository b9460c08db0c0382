/*
 * Injected fault: lets a test kill this process at a named step, to show that no step loses a decision.
 * Nothing but the environment can ask for it (OUTPOST_CRASH_AT=point, or point:3 for the third time it is reached);
 * without it this is one comparison with null. No call of the contract, file or server reaches it.
 */

/** Every step between a click and its receipt, and between a pull and its cursor. */
export const CRASH_POINTS = [
  /** It ran in the mirror; the journal has not heard of it. */
  'submit.checked',
  /** In the journal; the mirror has not committed. */
  'submit.journalled',
  /** The mirror has committed; nobody has been answered. */
  'submit.committed',
  /** The same as submit.journalled, for a decision that ends a conflict. */
  'resolve.journalled',
  /** Given up in the journal, still shown in the mirror. */
  'discard.settled',
  /** The attempt is noted, nothing has left. */
  'push.noted',
  /** The server's answer is here, not in the journal. */
  'push.answered',
  'push.settled',
  'snapshot.page',
  /** The first copy is whole, and not yet called so. */
  'snapshot.copied',
  'snapshot.ready',
  /** Rows that are not kept any more are gone. */
  'scope.pruned',
  /** A page of what is to be kept besides is staged. */
  'scope.staged',
  /** It is shown, and in effect. */
  'scope.widened',
  'pull.staged',
  /** The server has another schema; the mirror has prepared for it, and shows the old one. */
  'schema.prepared',
  /** The tables whose shape changed are here, aside. */
  'schema.fetched',
  /** Everything is staged; the mirror shows the cut before. */
  'pull.before_cut',
  /** The mirror shows the new cut; the journal still waits for it. */
  'cut.applied',
  'pull.settled',
  /** The mirror knows that its rows are another server's; the journal has not heard what was chosen. */
  'server.marked',
  /** What was chosen is in the journal; nothing has been fetched or sent. */
  'server.accepted',
] as const

export type CrashPoint = (typeof CRASH_POINTS)[number]

const [fatal = null, times = '1'] = process.env.OUTPOST_CRASH_AT?.split(':') ?? []
let left = Number(times)

/** Marks a step. Kills this process, with no chance to tidy up, when the environment names the step. */
export function reached(point: CrashPoint): void {
  if (fatal === null || fatal !== point) return
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}
