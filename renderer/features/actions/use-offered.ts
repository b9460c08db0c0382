import type { Catalogue, DatabaseFunction, Relation } from '#shared/contract/catalogue.ts'
import type { Filter } from '#shared/model/filter.ts'
import type { ActionManifest, Manifest } from '#shared/systems/manifest.ts'
import { api } from '../../bridge/api.ts'
import { useCall } from '../../bridge/use-call.ts'
import { bareName, useCatalogue } from '../catalogue/use-catalogue.ts'
import { useCatalogueWords } from '../catalogue/use-words.ts'

export interface Offered {
  readonly name: string
  readonly action: ActionManifest
  /** Its signature, without which nothing can be asked or sent. */
  readonly called: DatabaseFunction
}

/** An action of the manifest as this server has it; none where it has no such function, or not for this person. */
export function offer(manifest: Manifest | undefined, catalogue: Catalogue | undefined, name: string): Offered[] {
  const action = manifest?.actions[name]
  const called = catalogue?.functions.find((one) => one.name === name)
  return action && called ? [{ name, action, called }] : []
}

/** The functions that the person may call on rows of a table, whatever stands in the row. */
export function useTableActions(workspace: string, relation: Relation): readonly Offered[] {
  const { manifest } = useCatalogueWords(workspace)
  const { data: catalogue } = useCatalogue(workspace)
  return Object.keys(manifest?.actions ?? {})
    .flatMap((name) => offer(manifest, catalogue, name))
    .filter(({ action }) => action.on?.table === bareName(relation.relation))
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
