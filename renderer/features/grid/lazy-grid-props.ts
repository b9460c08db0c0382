import type { ReactNode, Ref } from 'react'
import type { FetchWindow, GridColumn, SortBy } from './grid-column.ts'
import type { Found } from './neighbour.ts'
import type { Stored } from './use-clipboard-cells.ts'

export interface GridHandle<Row> {
  /** Rows by their places, both ends included. */
  rowsBetween(first: number, last: number): readonly Row[] | Promise<readonly Row[]>
  /** Brings a row that is loaded into sight and puts the focus on it. @returns whether it is loaded */
  reveal(id: string): boolean
  /** Keeps what is being written in a cell. */
  stopEditing(): void
  /** Selects a row that was found and brings it into sight. */
  show(found: Found<Row>): void
  /** The nearest row before or after the selected one that is accepted. */
  neighbour(step: 1 | -1, accept: (row: Row) => boolean): Promise<Found<Row> | undefined>
}

export interface LazyGridProps<Row> {
  /** The name under which its columns are remembered: `review.queue`. */
  readonly name: string
  /** What the list is, for a screen reader. */
  readonly label: string
  readonly workspace: string
  /** Changes of these relations make the grid ask again. */
  readonly relations: readonly string[]
  readonly columns: readonly GridColumn<Row>[]
  readonly rowId: (row: Row) => string
  readonly fetch: FetchWindow<Row>
  /** Everything that `fetch` depends on, as text: another query starts the list anew from its top. */
  readonly query: string
  /** The order of the rows, where it is somebody else's matter; else the headers alone know it. */
  readonly sort?: readonly SortBy[]
  readonly onSort?: (sort: readonly SortBy[]) => void
  readonly selected: string | undefined
  readonly onSelect: (row: Row, index: number) => void
  readonly onOpen?: (row: Row) => void
  /** The cells of some rows as the database has them: with it, ranges of cells are selected and copied. */
  readonly stored?: (rows: readonly Row[], columns: readonly string[]) => Stored | Promise<Stored>
  readonly onPaste?: (rows: readonly Row[], columns: readonly string[], cells: Stored) => void
  /** A row is chosen among others: with Space, or by a click on the column `pick`. `reach`: with all rows since the last. */
  readonly onPick?: (row: Row, index: number, reach: boolean) => void
  readonly onPickAll?: () => void
  readonly onTotal?: (total: number) => void
  /** After rows have come in, for whoever wants to choose among them. */
  readonly onWindow?: (rows: readonly Row[], offset: number) => void
  /** Instead of the rows when there are none. */
  readonly empty: ReactNode
  /** Without a header and with rows of this height it is a list. */
  readonly listRowHeight?: number
  readonly ref?: Ref<GridHandle<Row>>
}
