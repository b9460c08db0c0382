/** What a mark says: the word beside the shape, and the sentence on hover. */
export const marks = {
  pending: 'Pending',
  saved: 'Saved here',
  conflict: 'Conflict',
  rejected: 'Refused',
  proposed: 'Proposed',
  stale: 'Not up to date',
  fetched: 'Fetched',
  held: 'Waiting',
  hint: {
    pending: 'Waits to be sent. It will go as soon as you are online.',
    saved: 'Saved on this computer. Will be sent when you are online.',
    conflict: 'Somebody else changed the same thing. You choose what stands.',
    rejected: 'The server refused it. Nothing was changed there.',
    proposed: 'Proposed. Somebody else has to confirm it.',
    stale: 'From an earlier time. The newest is fetched when you are online.',
    fetched: 'Not kept on this computer, fetched when it was asked for. Shown as it was then.',
    held: 'Waits for an earlier decision that was refused.',
  },
} as const
