import type { Reference } from '#shared/contract/catalogue.ts'

/** The columns (`public.dossiers.assigned_to`) that hold the id of an account: its own, or that of a row that is one's. */
export function accountColumns(
  direct: readonly { readonly relation: string; readonly column: string }[],
  references: readonly Reference[],
): ReadonlySet<string> {
  const found = new Set(direct.map(({ relation, column }) => `${relation}.${column}`))
  let before = -1
  while (found.size > before) {
    before = found.size
    for (const { relation, columns, target, targetColumns } of references) {
      const [column, ...more] = columns
      if (more.length === 0 && found.has(`${target}.${targetColumns[0]}`)) found.add(`${relation}.${column}`)
    }
  }
  return found
}
