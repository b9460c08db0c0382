import type { Column, Relation } from '#shared/contract/catalogue.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'

const none: Readonly<Record<string, string>> = {}

/** Words for the rows or accounts that a filter names by values of a column; what is not here stays without. */
export function useRowLabels(
  workspace: string,
  { relation }: Relation,
  column: Column | undefined,
  values: readonly string[],
): Readonly<Record<string, string>> {
  const named = column?.references || column?.account ? values : []
  const { data } = useCall(`labels/${workspace}/${relation}/${column?.name}/${named.join()}`, async () =>
    column && named.length > 0
      ? api.rows.labels({ workspace, relation, column: column.name, values: [...named] })
      : none,
  )
  return data ?? none
}
