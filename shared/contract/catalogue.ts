import { z } from 'zod'
import { relationName } from '../model/entry.ts'
import { workspaceName } from './workspaces.ts'

/** What a column holds, as far as it decides how it is shown, filtered and edited. */
export const columnKind = z.enum([
  'text',
  'number',
  'boolean',
  'date',
  'time',
  'timestamp',
  'interval',
  'uuid',
  'json',
  'array',
  'enum',
  'network',
  'bytes',
  'other',
])
export type ColumnKind = z.infer<typeof columnKind>

export const column = z.object({
  name: z.string(),
  /** As the database writes it: `numeric(10,2)`, `text[]`. */
  type: z.string(),
  kind: columnKind,
  /** The kind of an array's elements. */
  of: columnKind.nullable(),
  nullable: z.boolean(),
  hasDefault: z.boolean(),
  /** The database computes it: nobody can write it. */
  computed: z.boolean(),
  /** This person's grants let them change it; policies may still refuse single rows. */
  mayUpdate: z.boolean(),
  comment: z.string().nullable(),
  /** The only values allowed: an enum's labels, or those that a check lists. */
  values: z.array(z.string()).nullable(),
  /** The table whose key it holds, when it alone refers to one; `name`: the column there that names a row. */
  references: z.object({ relation: relationName, column: z.string(), name: z.string().nullable() }).nullable(),
  /** It holds the id of somebody who may sign in, directly or through the rows that it refers to. */
  account: z.boolean(),
})
export type Column = z.infer<typeof column>

/** A foreign key: rows of `relation` refer to rows of `target`, column by column. */
export const reference = z.object({
  name: z.string(),
  relation: relationName,
  columns: z.array(z.string()),
  target: relationName,
  targetColumns: z.array(z.string()),
  /** What happens to the referring rows when the row is deleted. */
  onDelete: z.enum(['refused', 'deleted', 'set null', 'set default']),
})
export type Reference = z.infer<typeof reference>

export const relation = z.object({
  relation: relationName,
  kind: z.enum(['table', 'view']),
  comment: z.string().nullable(),
  /** The primary key, in its order; empty where rows have no name of their own. */
  key: z.array(z.string()),
  /** The column by which people know a row, where there is one. */
  name: z.string().nullable(),
  columns: z.array(column),
  references: z.array(reference),
  /** References of other tables, and its own, to this one. */
  referencedBy: z.array(reference),
  /** What this person's grants allow; policies may still refuse single rows. */
  may: z.object({ insert: z.boolean(), update: z.boolean(), delete: z.boolean() }),
  /** The planner's estimate. */
  rows: z.number(),
})
export type Relation = z.infer<typeof relation>

export const databaseFunction = z.object({
  name: z.string(),
  comment: z.string().nullable(),
  args: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      kind: columnKind,
      /** The only values allowed: an enum's labels, or those of the column into which it goes. */
      values: z.array(z.string()).nullable(),
      optional: z.boolean(),
    }),
  ),
})
export type DatabaseFunction = z.infer<typeof databaseFunction>

/** What the console is built from: the tables, views and functions of the mirror, as this person may use them. */
export const catalogue = {
  get: {
    input: z.object({ workspace: workspaceName }),
    output: z.object({ relations: z.array(relation), functions: z.array(databaseFunction) }),
  },
}
export type Catalogue = z.infer<typeof catalogue.get.output>
