import { z } from 'zod'

/** The most groups within groups that a filter may have. */
const DEEPEST = 3

/**
 * What a column is compared with: a value in its text form, or one that is worked out when the list is read, the
 * signed-in person (`me`), or a moment that long before now (`ago`; a negative count lies ahead).
 */
export const operand = z.union([
  z.string().max(1_000),
  z.strictObject({ me: z.literal(true) }),
  z.strictObject({ ago: z.int(), unit: z.enum(['minutes', 'hours', 'days', 'weeks', 'months', 'years']) }),
])
export type Operand = z.infer<typeof operand>

/** Comparisons by how many operands they take. */
export const comparisons = {
  none: ['empty', 'not_empty', 'true', 'false'],
  one: ['is', 'is_not', 'contains', 'not_contains', 'starts_with', 'less', 'at_most', 'more', 'at_least'],
  two: ['between'],
  many: ['one_of', 'none_of', 'has_any'],
} as const

const column = z.string().min(1).max(63)

export const condition = z.union([
  z.strictObject({ column, is: z.enum(comparisons.none) }),
  z.strictObject({ column, is: z.enum(comparisons.one), value: operand }),
  z.strictObject({ column, is: z.enum(comparisons.two), value: operand, to: operand }),
  z.strictObject({ column, is: z.enum(comparisons.many), values: z.array(operand).min(1).max(100) }),
])
export type Condition = z.infer<typeof condition>

/** Conditions that must hold all together, or of which one is enough. */
export type Filter = Condition | { readonly all: readonly Filter[] } | { readonly any: readonly Filter[] }

const parts = (depth: number): z.ZodType<Filter> => {
  if (depth === 0) return condition
  const inner = z.array(parts(depth - 1)).max(50)
  return z.union([condition, z.strictObject({ all: inner }), z.strictObject({ any: inner })])
}

/** A filter over the columns of one relation. The columns are checked against the catalogue when it is run. */
export const filter = parts(DEEPEST)
