import type { Column } from '#shared/contract/catalogue.ts'
import type { Manifest } from '#shared/systems/manifest.ts'

/** Names that people give to the column by which they know a row, the most telling first. */
const LIKELY = [
  'full_name',
  'display_name',
  'name',
  'title',
  'label',
  'reference',
  'subject',
  'username',
  'email',
  'number',
  'invoice_number',
  'slug',
  'code',
  'key',
]

/** The column by which people know a row: the one that the manifest says, else one whose name says it, else none. */
export function nameColumn(
  relation: string,
  columns: readonly Pick<Column, 'name' | 'kind'>[],
  manifest: Manifest,
): string | null {
  const said = manifest.tables[relation.replace(/^public\./, '')]?.name
  const names = columns.filter(({ kind }) => kind === 'text').map(({ name }) => name)
  const known = said !== undefined && columns.some(({ name }) => name === said)
  if (known) return said
  const likely = LIKELY.find((name) => names.includes(name)) ?? names.find((name) => /(^|_)(name|title)$/.test(name))
  return likely ?? null
}
