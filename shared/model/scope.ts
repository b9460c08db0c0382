import { z } from 'zod'

/**
 * How much of a table is kept on this computer. `days`: rows whose column `by` is at most that old, or empty.
 * `none`: nothing, rows are fetched when they are asked for.
 */
export const scope = z.union([
  z.enum(['all', 'none']),
  z.strictObject({ days: z.int().min(1).max(36_500), by: z.string().min(1).max(63) }),
])
export type Scope = z.infer<typeof scope>

/** A scope as it is in effect: the moment is fixed, and both sides ask the same condition of a row. */
export const kept = z.union([
  z.strictObject({ none: z.literal(true) }),
  z.strictObject({ by: z.string(), days: z.int(), from: z.iso.datetime({ offset: true }) }),
])
export type Kept = z.infer<typeof kept>

/** What is kept of each table, `schema.table`; a table that is not named is kept whole. */
export const keeping = z.record(z.string(), kept)
export type Keeping = Readonly<z.infer<typeof keeping>>
