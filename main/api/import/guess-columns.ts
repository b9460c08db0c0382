import type { Relation } from '#shared/contract/catalogue.ts'
import type { ColumnMap } from '#shared/contract/import.ts'
import { folded } from '#shared/lib/folded.ts'
import type { Manifest } from '#shared/systems/manifest.ts'

/** Which column of the file is which of the table: by the table's name for it or the words for it, in either language. */
export function guessColumns(relation: Relation, manifest: Manifest, header: readonly string[]): ColumnMap {
  const places = new Map(header.map((name, at) => [plain(name), at]))
  const map: ColumnMap = {}
  for (const { name, computed, references } of relation.columns) {
    if (computed) continue
    const [own, ...words] = namesOf(relation, manifest, name)
    const exact = places.get(own ?? '')
    const found = exact ?? words.map((word) => places.get(word)).find((at) => at !== undefined)
    if (found === undefined) continue
    // Under its words people write words; under the database's name there is a key.
    map[name] = { from: 'file', column: found, by: references !== null && exact === undefined ? 'label' : 'value' }
  }
  return map
}

function namesOf({ relation }: Relation, { columns }: Manifest, name: string): string[] {
  const label = columns[`${relation.replace(/^public\./, '')}.${name}`] ?? columns[name]
  return [name, ...(label ? [label.en, label.fr] : []), name.replace(/_id$/, '')].map(plain)
}

/** Without accents, case, blanks and punctuation: `Date de création` is `date_de_creation`. */
function plain(name: string): string {
  return folded(name).replace(/[^\p{L}\p{N}]+/gu, '')
}
