import type { AuditChange } from '#shared/contract/audit.ts'

/** One field before and after. `undefined`: there was no such field. */
export interface DiffLine {
  /** The column, and below it the keys within a JSON value: `feature_value`, `limit`. */
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

type Values = Readonly<Record<string, unknown>>

/** Field by field what an entry holds; of a JSON value that was changed, only the parts that differ. */
export function diffLines({ before, after }: Pick<AuditChange, 'before' | 'after'>): readonly DiffLine[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names.flatMap((name) => linesOf([name], before?.[name], after?.[name]))
}

function linesOf(path: readonly string[], before: unknown, after: unknown): DiffLine[] {
  if (!isValues(before) || !isValues(after)) return [{ path, before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .flatMap((key) => linesOf([...path, key], before[key], after[key]))
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
