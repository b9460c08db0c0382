/** Work to be done at a time: earliest first, in the order of asking when two are at once. */
export class Agenda {
  #work: { readonly at: number; readonly run: (at: number) => void }[] = []

  add(at: number | null, run: (at: number) => void): void {
    if (at === null) return
    const place = this.#work.findIndex((other) => other.at > at)
    this.#work.splice(place < 0 ? this.#work.length : place, 0, { at, run })
  }

  /** Does all that is due up to `until`, what comes up meanwhile included; the rest is never done. */
  runUntil(until: number): void {
    for (let next = this.#work.shift(); next && next.at <= until; next = this.#work.shift()) next.run(next.at)
  }

  clear(): void {
    this.#work = []
  }
}
