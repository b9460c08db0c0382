import type { api } from '#renderer/bridge/api.ts'
import type { Column, Relation } from '#shared/contract/catalogue.ts'

export type RecordData = Awaited<ReturnType<typeof api.record.get>>

/** The columns that a person can write; a key names a row and stays. */
export function editable({ columns, key }: Relation): Column[] {
  return columns.filter(({ name, computed }) => !computed && !key.includes(name))
}

export function mayEdit(relation: Relation): boolean {
  return relation.may.update && relation.key.length > 0 && editable(relation).some(({ mayUpdate }) => mayUpdate)
}

/** The values of a key text by column. */
export function keyOf({ key }: Relation, text: string): Record<string, string> {
  const parts = JSON.parse(text) as string[]
  return Object.fromEntries(key.map((name, at) => [name, parts[at] ?? '']))
}
