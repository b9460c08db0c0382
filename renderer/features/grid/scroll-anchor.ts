import type { GridApi } from 'ag-grid-community'

/**
 * Keeps what a person is looking at in its place while rows above it come and go: remembers the first row in sight
 * before a refresh, and scrolls by as much as that row has moved.
 */
export class ScrollAnchor {
  readonly #viewport: HTMLElement
  readonly #rowHeight: number
  readonly #id: string
  readonly #offset: number
  #found = false

  private constructor(viewport: HTMLElement, rowHeight: number, id: string, offset: number) {
    this.#viewport = viewport
    this.#rowHeight = rowHeight
    this.#id = id
    this.#offset = offset
  }

  /** Undefined at the very top, where new first rows should show, and while nothing is loaded. */
  static of<Row>(api: GridApi<Row>, root: HTMLElement | null): ScrollAnchor | undefined {
    const viewport = root?.querySelector<HTMLElement>('.ag-grid-viewport')
    const top = viewport?.scrollTop ?? 0
    const rowHeight = api.getDisplayedRowAtIndex(api.getFirstDisplayedRowIndex())?.rowHeight
    if (!viewport || !rowHeight || top <= 0) return undefined
    const index = Math.floor(top / rowHeight)
    const id = api.getDisplayedRowAtIndex(index)?.id
    return id === undefined ? undefined : new ScrollAnchor(viewport, rowHeight, id, top - index * rowHeight)
  }

  /** Call after a window has been put in place. `before` is called when there is something to scroll. */
  settle(ids: readonly string[], offset: number, before: () => void): void {
    const at = this.#found ? -1 : ids.indexOf(this.#id)
    if (at < 0) return
    this.#found = true
    const top = (offset + at) * this.#rowHeight + this.#offset
    if (Math.abs(top - this.#viewport.scrollTop) < 1) return
    before()
    this.#viewport.scrollTop = top
  }
}
