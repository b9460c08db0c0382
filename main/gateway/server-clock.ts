/**
 * How far this computer's clock is from the server's, by the date on its answers. Nothing is decided by it: a person is
 * told, because certificates, expiries and the times on screen look wrong with a wrong clock.
 */
export class ServerClock {
  #ahead: number | null = null

  /** Milliseconds, negative when this computer is behind; null until the server has said the time. */
  get ahead(): number | null {
    return this.#ahead
  }

  heard(answer: Response): void {
    const theirs = Date.parse(answer.headers.get('date') ?? '')
    if (!Number.isNaN(theirs)) this.#ahead = Date.now() - theirs
  }
}
