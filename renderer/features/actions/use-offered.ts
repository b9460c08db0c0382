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

/** The functions that can be called on a row now: those of its table that the person may call and whose filter it matches. */
export function useOffered(workspace: string, relation: Relation, recordKey: string): readonly Offered[] {
  const { manifest } = useCatalogueWords(workspace)
  const { data: catalogue } = useCatalogue(workspace)
  const callable = new Set(catalogue?.functions.map(({ name }) => name))
  const candidates = Object.entries(manifest?.actions ?? {}).filter(
    ([name, { on }]) => on?.table === bareName(relation.relation) && callable.has(name),
  )
  const { data } = useCall(
    `offered/${workspace}/${relation.relation}/${recordKey}/${candidates.length}`,
    () => Promise.all(candidates.map(([, { on }]) => isMatch(workspace, relation, recordKey, on?.when ?? null))),
    { workspace, relations: [relation.relation] },
  )
  return candidates.filter((_, at) => data?.[at]).map(([name, action]) => ({ name, action }))
}

async function isMatch(workspace: string, relation: Relation, key: string, when: Filter | null): Promise<boolean> {
  if (when === null) return true
  const parts = JSON.parse(key) as string[]
  const own = relation.key.map((column, at): Filter => ({ column, is: 'is', value: parts[at] ?? '' }))
  const list = { workspace, relation: relation.relation, filter: { all: [...own, when] } }
  return (await api.rows.count(list)).total > 0
}
