import type { Place } from './page-layout.ts'

/** The scroll of one pane, for those outside it: a page field, or another pane that goes along. */
export class PaneScroll {
  readonly #listeners = new Set<(place: Place) => void>()
  /** Called when the person moves the pane, never when `send` does. */
  onMoved: (place: Place) => void = () => {}
  /** Called when the pane gets the focus. */
  onTouched: () => void = () => {}

  /** The pane itself listens here. Returns the function that stops it. */
  subscribe(listener: (place: Place) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Moves the pane. */
  send(place: Place): void {
    for (const listener of this.#listeners) listener(place)
  }
}
