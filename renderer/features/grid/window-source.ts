import type { IDatasource, IGetRowsParams } from 'ag-grid-community'
import { problemOf } from '#renderer/bridge/api-error.ts'
import type { Problem } from '#shared/contract/errors.ts'
import type { FetchWindow, RowWindow, SortBy } from './grid-column.ts'

/** Columns that rows are sorted by together, at most. */
const MOST_SORTS = 6

interface Events<Row> {
  /** After a window has arrived and has been put in place. */
  readonly onWindow: (window: RowWindow<Row>, offset: number) => void
  readonly onProblem: (problem: Problem) => void
}

/** Fetches the windows that AG Grid scrolls into. The engine's order is the order; nothing is sorted here. */
export class WindowSource<Row> implements IDatasource {
  readonly #fetch: FetchWindow<Row>
  readonly #events: Events<Row>
  #closed = false
  #sort: readonly SortBy[] = []

  constructor(fetch: FetchWindow<Row>, events: Events<Row>) {
    this.#fetch = fetch
    this.#events = events
  }

  /** The order in which the windows were last asked for. */
  get sort(): readonly SortBy[] {
    return this.#sort
  }

  getRows(params: IGetRowsParams): void {
    void this.#answer(params)
  }

  /** Answers that are still on their way are dropped. AG Grid calls this when it takes another source. */
  destroy(): void {
    this.#closed = true
  }

  async #answer({ startRow, endRow, sortModel, successCallback, failCallback }: IGetRowsParams): Promise<void> {
    this.#sort = sortModel.slice(0, MOST_SORTS).map(({ colId, sort }) => ({ column: colId, direction: sort ?? 'asc' }))
    try {
      const window = await this.#fetch({ offset: startRow, limit: endRow - startRow, sort: this.#sort })
      if (this.#closed) return
      successCallback([...window.rows], window.total)
      this.#events.onWindow(window, startRow)
    } catch (error) {
      if (this.#closed) return
      failCallback()
      this.#events.onProblem(problemOf(error))
    }
  }
}
