import type { Filter } from '#shared/model/filter.ts'
import type { Scope } from '#shared/model/scope.ts'

/** A text in the two languages of the console. */
export interface Label {
  readonly en: string
  readonly fr: string
}

export type DeskName = 'review' | 'dossiers' | 'organizations' | 'plans' | 'audit'

/** What a catalogue can't say about a system. Tables of the schema `public` go by their bare names. */
export interface Manifest {
  readonly system: string
  readonly name: string
  /** Two letters for the rail of workspaces. */
  readonly initials: string
  /** The schema version that this console knows; the server's own is compared with it. */
  readonly schemaVersion: string
  /** Screens of its own, the first one opens with the workspace. */
  readonly desks: readonly DeskName[]
  /** Every table and view, in the order of the side bar. */
  readonly tables: Readonly<Record<string, TableManifest>>
  /** Names of columns: `column` for every table, `table.column` where a table means something else by it. */
  readonly columns: Readonly<Record<string, Label>>
  /** Words for every value of every enum, and of columns with a fixed list of values (`table.column`). */
  readonly labels: Readonly<Record<string, Readonly<Record<string, Label>>>>
  readonly actions: Readonly<Record<string, ActionManifest>>
  readonly views: readonly ViewManifest[]
  readonly dashboards: readonly DashboardManifest[]
  /**
   * A query over the product's own log of changes to a row, newest first: columns at, actor, action, before, after.
   * `$1` is the table, `$2` the key as jsonb text, `$3` its first column's value.
   */
  readonly history?: string
  /**
   * The column (`table.column`) by which a table of people knows their accounts, where its key does not. What refers to
   * an account is shown by the name there.
   */
  readonly accounts?: string
  /** Storage bucket and the columns of the table that says which files exist. */
  readonly files?: FilesManifest
}

export interface TableManifest {
  /** In the plural, as a list is called. */
  readonly label: Label
  /** One row of it. */
  readonly one?: Label
  /** The heading under which it stands in the side bar. */
  readonly group?: Label
  /** The column by which people know a row; without it, the console looks for a likely one. */
  readonly name?: string
  /** The columns of the list when nobody has chosen others. */
  readonly list?: readonly string[]
  /** What of it is kept on this computer, unless the person has chosen otherwise; without it, everything they may see. */
  readonly scope?: Scope
}

/** A function of the database that staff call. */
export interface ActionManifest {
  readonly label: Label
  /**
   * A query that finds the words for "what is this decision about": `$1` is the call's arguments as jsonb,
   * every column of its one row becomes a word of the entry's subject.
   */
  readonly subject: string
  /** The table on whose rows it is offered, and when: a row that does not match the filter does not show it. */
  readonly on?: { readonly table: string; readonly when?: Filter }
  /** Its arguments by name, in the order of the form. Types, defaults and help come from the catalogue. */
  readonly args?: Readonly<Record<string, ArgumentManifest>>
  /** What can't be taken back is asked once more, with this sentence. */
  readonly confirm?: Label
}

export interface ArgumentManifest {
  readonly label: Label
  /** The column of the row it is called on that fills it in: the form does not ask. */
  readonly from?: string
  /** The table from which a row is chosen; the argument is its key. */
  readonly row?: string
  /** `made`: an id that the console makes up, so that both sides make the same row. */
  readonly as?: 'made' | 'long text'
  /** The column (`table.column`) into which it goes: one is chosen of the values that the database lists for it. */
  readonly of?: string
}

/** A list that staff work through: a table with a filter, an order and its columns. */
export interface ViewManifest {
  /** Its place in addresses: `failed-generations`. */
  readonly name: string
  readonly label: Label
  readonly table: string
  readonly filter: Filter
  readonly sort: readonly { readonly column: string; readonly direction: 'asc' | 'desc' }[]
  readonly columns?: readonly string[]
  /** Its rows wait for somebody: their number stands beside its name. */
  readonly waits?: boolean
}

export interface DashboardManifest {
  readonly name: string
  readonly label: Label
  readonly charts: readonly ChartManifest[]
}

/**
 * A query over the mirror, as the person, and how its rows are shown. `x` is a column of words or dates, `y` the columns
 * of numbers. `check`: rows are what is wrong, and no rows are good news.
 */
export interface ChartManifest {
  readonly name: string
  readonly label: Label
  readonly sql: string
  readonly as: 'number' | 'bars' | 'line' | 'table' | 'check'
  readonly x?: string
  readonly y?: Readonly<Record<string, Label>>
  /** The table whose rows it counts, and the column that has the value of `x`: the way from a part to its rows. */
  readonly rows?: { readonly table: string; readonly filter?: Filter; readonly column?: string }
}

export interface FilesManifest {
  readonly bucket: string
  /** A query with the columns version_id, path, name, mime, size (bytes), sha256; the person's policies apply. */
  readonly list: string
  /** A query with the column version_id: the files to fetch ahead, so that they can be read offline; most wanted first. */
  readonly ahead: string
}
