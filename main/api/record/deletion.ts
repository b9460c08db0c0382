import type { Catalogue, Reference, Relation } from '#shared/contract/catalogue.ts'
import type { Consequence } from '#shared/contract/record.ts'
import { catalogueOf, relationOf } from '../catalogue/read-catalogue.ts'
import type { WorkspaceHandle } from '../context.ts'
import { keyIsOneOf } from '../rows/by-keys.ts'
import { from, quoted } from '../rows/identifier.ts'
import { keyParts } from '../rows/key.ts'
import { comparing } from '../rows/read-page.ts'
import { Values } from '../sql.ts'

/** Foreign keys are followed this far; a longer chain of cascades is cut there. */
const DEEPEST = 6

/** The rows of one table that go: those that `where` selects among the rows `t`. */
interface Going {
  readonly relation: Relation
  readonly where: string
  readonly depth: number
}

/** What would go, be emptied, or stand in the way, if rows were deleted. */
export async function readDeletion(
  handle: WorkspaceHandle,
  input: { readonly relation: string; readonly keys: readonly string[] },
): Promise<{ consequences: Consequence[]; refused: boolean }> {
  const catalogue = await catalogueOf(handle)
  const relation = await relationOf(handle, input.relation)
  for (const key of input.keys) keyParts(relation, key)
  const values = new Values()
  const first: Going = { relation, where: keyIsOneOf(relation, input.keys, values), depth: 0 }
  const consequences = await comparing(() => follow(handle, catalogue, first, values, new Set()))
  return { consequences, refused: consequences.some(({ effect }) => effect === 'refused') }
}

async function follow(
  handle: WorkspaceHandle,
  catalogue: Catalogue,
  going: Going,
  values: Values,
  seen: Set<string>,
): Promise<Consequence[]> {
  const found: Consequence[] = []
  for (const reference of going.relation.referencedBy) {
    const step = `${reference.relation} ${reference.name}`
    const relation = catalogue.relations.find((one) => one.relation === reference.relation)
    if (relation === undefined || seen.has(step) || going.depth >= DEEPEST) continue
    const where = referringTo(reference, going)
    const [row] = await handle.reader.read<{ n: number }>(
      `select count(*)::int as n from ${from(relation)} t where ${where}`,
      values.list,
    )
    const rows = row?.n ?? 0
    if (rows === 0) continue
    found.push({ relation: relation.relation, columns: reference.columns, effect: reference.onDelete, rows })
    if (reference.onDelete !== 'deleted') continue
    const next = { relation, where, depth: going.depth + 1 }
    found.push(...(await follow(handle, catalogue, next, values, new Set([...seen, step]))))
  }
  return found
}

function referringTo({ columns, targetColumns }: Reference, { relation, where }: Going): string {
  const own = columns.map((name) => `t.${quoted(name)}`).join(', ')
  const theirs = targetColumns.map((name) => `t.${quoted(name)}`).join(', ')
  return `(${own}) in (select ${theirs} from ${from(relation)} t where ${where})`
}
