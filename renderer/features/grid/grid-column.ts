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
