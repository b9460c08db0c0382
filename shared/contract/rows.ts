import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { filter } from '../model/filter.ts'
import { keyText } from '../model/protocol.ts'
import { direction, gridWindow, mark } from './grid.ts'
import { workspaceName } from './workspaces.ts'

/** Characters of one cell in a list; a record shows the whole value. */
export const CELL_CHARACTERS = 400

export const columnName = z.string().min(1).max(63)

/** A list over one relation: its filter and its order. */
const list = z.object({
  workspace: workspaceName,
  relation: relationName,
  filter: filter.nullable().default(null),
  search: z.string().max(200).default(''),
})

export const sortBy = z.object({ column: columnName, direction })
export type SortBy = z.infer<typeof sortBy>

/** The value of each column in its text form, null for null. */
export const cells = z.record(z.string(), z.string().nullable())
export type Cells = z.infer<typeof cells>

export const tableRow = z.object({
  /** Null for a view, whose rows have no key. */
  key: keyText.nullable(),
  cells,
  mark,
})
export type TableRow = z.infer<typeof tableRow>

/** Words for the rows and accounts that columns point to, by column and then by the key's value. */
export const rowLabels = z.record(z.string(), z.record(z.string(), z.string()))
export type RowLabels = z.infer<typeof rowLabels>

export const rows = {
  /** A window of any table or view. */
  page: {
    input: gridWindow.omit({ search: true }).extend({
      ...list.shape,
      /** Null: all of them. */
      columns: z.array(columnName).min(1).max(500).nullable().default(null),
      sort: z.array(sortBy).max(6).default([]),
    }),
    output: z.object({
      rows: z.array(tableRow),
      labels: rowLabels,
      /** `exact` is false where counting would have taken long: then it is about right. */
      total: z.number(),
      exact: z.boolean(),
    }),
  },
  /** The exact number of rows, however long it takes. */
  count: { input: list, output: z.object({ total: z.number() }) },
  /** The values that a column has most often, for whoever builds a filter. */
  values: {
    input: list.extend({ column: columnName, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(z.object({ value: z.string().nullable(), label: z.string().nullable(), rows: z.number() })),
  },
  /** Words for what values of a column point to; what is not here has none. */
  labels: {
    input: z.object({
      workspace: workspaceName,
      relation: relationName,
      column: columnName,
      values: z.array(z.string().max(1_000)).max(200),
    }),
    output: z.record(z.string(), z.string()),
  },
  /** Rows of a table to choose one from, by its words or its key. */
  choices: {
    input: z.object({
      workspace: workspaceName,
      relation: relationName,
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(100).default(30),
    }),
    output: z.array(z.object({ key: keyText, value: z.string(), label: z.string() })),
  },
}
