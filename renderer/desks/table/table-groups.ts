import { bareName } from '#renderer/features/catalogue/use-catalogue.ts'
import type { CatalogueWords } from '#renderer/features/catalogue/use-words.ts'
import { inLanguage } from '#renderer/features/workspaces/systems.ts'
import type { Relation } from '#shared/contract/catalogue.ts'

interface Group {
  readonly name: string
  readonly relations: readonly Relation[]
}

/** Relations under their headings, both in the order of the manifest; what it does not know comes last. */
export function inGroups(
  relations: readonly Relation[],
  { manifest }: CatalogueWords,
  language: string,
  names: { readonly views: string; readonly other: string },
): Group[] {
  const order = Object.keys(manifest?.tables ?? {})
  const place = ({ relation }: Relation) => order.indexOf(bareName(relation)) >>> 0
  const heading = (relation: Relation) => {
    const group = manifest?.tables[bareName(relation.relation)]?.group
    return group ? inLanguage(group, language) : relation.kind === 'view' ? names.views : names.other
  }
  const sorted = relations.toSorted((one, other) => place(one) - place(other))
  return [...Map.groupBy(sorted, heading)].map(([name, own]) => ({ name, relations: own }))
}
