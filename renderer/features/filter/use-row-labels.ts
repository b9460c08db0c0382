import type { Relation } from '#shared/contract/catalogue.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'

const none: Readonly<Record<string, string>> = {}

/** Words for rows that a filter names by a value that refers to them; what is not here stays without. */
export function useRowLabels(
  workspace: string,
  target: Relation | undefined,
  column: string,
  values: readonly string[],
): Readonly<Record<string, string>> {
  const name = target?.name
  const { data } = useCall(`labels/${workspace}/${target?.relation}/${name}/${values.join()}`, async () => {
    if (!target || !name || values.length === 0) return none
    const { rows } = await api.rows.page({
      workspace,
      relation: target.relation,
      filter: { column, is: 'one_of', values: [...values] },
      columns: [...new Set([column, name])],
    })
    return Object.fromEntries(rows.flatMap(({ cells }) => (cells[name] ? [[cells[column] ?? '', cells[name]]] : [])))
  })
  return data ?? none
}
