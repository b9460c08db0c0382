/** What does not hold, in one sentence. */
export class Broken extends Error {}
