import type { FetchWindow, SortBy } from './grid-column.ts'

interface Search<Row> {
  /** Where to start; this row itself is not considered. */
  readonly from: number
  readonly step: 1 | -1
  readonly total: number
  /** A row that is loaded already. */
  readonly rowAt: (index: number) => Row | undefined
  readonly fetch: FetchWindow<Row>
  readonly sort: readonly SortBy[]
  readonly accept: (row: Row) => boolean
}

export interface Found<Row> {
  readonly row: Row
  readonly index: number
}

const BLOCK = 100

/** The nearest row after (or before) a place that is accepted, loaded or not; undefined at the end of the list. */
export async function findNeighbour<Row>(search: Search<Row>): Promise<Found<Row> | undefined> {
  const { from, step, total, rowAt, accept } = search
  let block: { start: number; rows: readonly Row[] } | undefined
  for (let index = from + step; index >= 0 && index < total; index += step) {
    let row = rowAt(index)
    if (!row) {
      const start = Math.floor(index / BLOCK) * BLOCK
      if (block?.start !== start) {
        const { rows } = await search.fetch({ offset: start, limit: BLOCK, sort: search.sort })
        block = { start, rows }
      }
      row = block.rows[index - start]
    }
    if (!row) return undefined
    if (accept(row)) return { row, index }
  }
  return undefined
}
