import type { Relation } from '#shared/contract/catalogue.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { ActionManifest } from '#shared/systems/manifest.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import { bareName, useCatalogue } from '../catalogue/use-catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'

export interface Offered {
  readonly name: string
  readonly action: ActionManifest
}

/** The functions that the person may call on rows of a table, whatever stands in the row. */
export function useTableActions(workspace: string, relation: Relation): readonly Offered[] {
  const { manifest } = useCatalogueWords(workspace)
  const { data: catalogue } = useCatalogue(workspace)
  const callable = new Set(catalogue?.functions.map(({ name }) => name))
  return Object.entries(manifest?.actions ?? {})
    .filter(([name, { on }]) => on?.table === bareName(relation.relation) && callable.has(name))
    .map(([name, action]) => ({ name, action }))
}

/** The functions that can be called on a row now: those of its table that the person may call and whose filter it matches. */
export function useOffered(workspace: string, relation: Relation, recordKey: string): readonly Offered[] {
  const candidates = useTableActions(workspace, relation)
  const { data } = useCall(
    `offered/${workspace}/${relation.relation}/${recordKey}/${candidates.length}`,
    () => Promise.all(candidates.map(({ action }) => isMatch(workspace, relation, recordKey, action.on?.when ?? null))),
    { workspace, relations: [relation.relation] },
  )
  return candidates.filter((_, at) => data?.[at])
}

async function isMatch(workspace: string, relation: Relation, key: string, when: Filter | null): Promise<boolean> {
  if (when === null) return true
  const parts = JSON.parse(key) as string[]
  const own = relation.key.map((column, at): Filter => ({ column, is: 'is', value: parts[at] ?? '' }))
  const list = { workspace, relation: relation.relation, filter: { all: [...own, when] } }
  return (await api.rows.count(list)).total > 0
}
