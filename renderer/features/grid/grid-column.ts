import type { ReactNode } from 'react'

/** One column of a `LazyGrid`, in the person's words. */
export interface GridColumn<Row> {
  /** The name by which the engine sorts. */
  readonly id: string
  /** The header, in words. */
  readonly label: string
  /** The cell as text: shown when there is no `cell`, read aloud, and copied. */
  readonly text: (row: Row) => string
  /** The cell as it is drawn, when text alone is not enough. */
  readonly cell?: (row: Row) => ReactNode
  /** Pixels; without it the column takes its share of what is left. */
  readonly width?: number
  readonly minWidth?: number
  readonly align?: 'end'
  readonly sortable?: boolean
  /** The label is only for readers and menus: a column of marks needs no words above it. */
  readonly bare?: boolean
  /** The order in which the rows come when nobody has sorted them. */
  readonly sort?: 'asc' | 'desc'
  /** Always shown: the column by which a row is known. */
  readonly fixed?: boolean
  /** Not shown until somebody chooses it. */
  readonly hidden?: boolean
  /** In place of the words of the header. */
  readonly header?: () => ReactNode
  /** Its cells hold no value, but something to do with the row: always there, before all others. */
  readonly tool?: boolean
  readonly edit?: ColumnEdit<Row>
}

/** How the cells of a column are edited in place. */
export interface ColumnEdit<Row> {
  /** The value as text, with what was written here. */
  readonly value: (row: Row) => string | null
  readonly inCell: (row: Row) => boolean
  readonly editor: (editing: CellEditing<Row>) => ReactNode
  /** Keeps a value. `words` for it, where they are known. */
  readonly stage: (row: Row, value: string | null, words?: string) => void
  /** For a cell that is not edited in its place: edits it elsewhere, or says why not. */
  readonly elsewhere: (row: Row) => void
  /** Nothing in this list is edited: Enter and a double click open the row. */
  readonly isReadOnly: boolean
}

export interface CellEditing<Row> {
  readonly row: Row
  readonly value: string | null
  /** The key with which the editing began. */
  readonly typed: string | null
  readonly onType: (value: string | null) => void
  readonly onChoose: (value: string | null, words?: string) => void
}

export interface SortBy {
  readonly column: string
  readonly direction: 'asc' | 'desc'
}

/** What a grid asks for: some rows of a sorted list. */
export interface WindowRequest {
  readonly offset: number
  readonly limit: number
  readonly sort: readonly SortBy[]
}

export interface RowWindow<Row> {
  readonly rows: readonly Row[]
  /** How many rows the whole list has. */
  readonly total: number
}

export type FetchWindow<Row> = (request: WindowRequest) => Promise<RowWindow<Row>>
