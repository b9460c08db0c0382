import type { Catalogue, Column, DatabaseFunction, Reference, Relation } from '#shared/contract/catalogue.ts'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Manifest } from '#shared/systems/manifest.ts'
import type { Reader, WorkspaceHandle } from '../context.ts'
import { kept } from '../kept.ts'
import { accountColumns } from './account-columns.ts'
import { kindOf } from './kinds.ts'
import { nameColumn } from './name-column.ts'
import { ACCOUNTS, COLUMNS, FUNCTIONS, REFERENCES, RELATIONS } from './relations-sql.ts'

type ColumnRow = Omit<Column, 'kind' | 'of' | 'references' | 'account'> & {
  readonly relation: string
  readonly base: string
  readonly isEnum: boolean
  readonly element: string | null
  readonly ofEnum: boolean
}
type RelationRow = Omit<Relation, 'columns' | 'name' | 'references' | 'referencedBy'>
type ArgumentRow = DatabaseFunction['args'][number] & {
  readonly base: string
  readonly isEnum: boolean
  readonly isArray: boolean
}

/** The catalogue of a workspace, read once for as long as nothing changes. */
export function catalogueOf(handle: WorkspaceHandle): Promise<Catalogue> {
  return kept(handle, 'catalogue', () => readCatalogue(handle.reader, handle.manifest))
}

/**
 * One relation of it.
 * @throws OutpostError `not_found`
 */
export async function relationOf(handle: WorkspaceHandle, name: string): Promise<Relation> {
  const found = (await catalogueOf(handle)).relations.find(({ relation }) => relation === name)
  if (found) return found
  throw new OutpostError('not_found', `There is no table ${name} here, or you may not see it.`, { field: 'relation' })
}

async function readCatalogue(reader: Reader, manifest: Manifest): Promise<Catalogue> {
  const relations = await reader.read<RelationRow>(RELATIONS)
  const keys = new Map(relations.map(({ relation, key }) => [relation, key]))
  const columns = Map.groupBy(await reader.read<ColumnRow>(COLUMNS), ({ relation }) => relation)
  const references = await reader.read<Reference>(REFERENCES)
  const from = Map.groupBy(references, ({ relation }) => relation)
  const to = Map.groupBy(references, ({ target }) => target)
  const functions = await reader.read<Omit<DatabaseFunction, 'args'> & { readonly args: ArgumentRow[] }>(FUNCTIONS)
  const accounts = accountColumns(await reader.read<{ relation: string; column: string }>(ACCOUNTS), references)
  const names = new Map(
    relations.map(({ relation }) => {
      const own = (columns.get(relation) ?? []).map((column) => ({ name: column.name, kind: kindOfColumn(column) }))
      return [relation, nameColumn(relation, own, manifest)]
    }),
  )
  return {
    relations: relations.map((row) => {
      const own = from.get(row.relation) ?? []
      return {
        ...row,
        name: names.get(row.relation) ?? null,
        columns: (columns.get(row.relation) ?? []).map((column) => described(column, own, { keys, names, accounts })),
        references: own,
        referencedBy: to.get(row.relation) ?? [],
      }
    }),
    functions: functions.map(({ name, comment, args }) => ({
      name,
      comment,
      args: args.map(({ base, isEnum, isArray, ...arg }) => ({
        ...arg,
        kind: isArray ? 'array' : kindOf(base, isEnum),
        values: arg.values ?? listOf(manifest.actions[name]?.args?.[arg.name]?.of, columns),
      })),
    })),
  }
}

/** The values that the database lists for the column (`table.column`) into which an argument goes. */
function listOf(place: string | undefined, columns: ReadonlyMap<string, readonly ColumnRow[]>): Column['values'] {
  if (place === undefined) return null
  const [table, name] = place.split('.')
  return columns.get(`public.${table}`)?.find((column) => column.name === name)?.values ?? null
}

interface Known {
  readonly keys: ReadonlyMap<string, readonly string[]>
  /** The column of each relation that names its rows. */
  readonly names: ReadonlyMap<string, string | null>
  readonly accounts: ReadonlySet<string>
}

function kindOfColumn({ base, isEnum, element }: Pick<ColumnRow, 'base' | 'isEnum' | 'element'>): Column['kind'] {
  return element === null ? kindOf(base, isEnum) : 'array'
}

function described(
  { relation, base, isEnum, element, ofEnum, ...column }: ColumnRow,
  own: readonly Reference[],
  known: Known,
): Column {
  return {
    ...column,
    kind: kindOfColumn({ base, isEnum, element }),
    of: element === null ? null : kindOf(element, ofEnum),
    references: referenceOf(column.name, own, known),
    account: known.accounts.has(`${relation}.${column.name}`),
  }
}

/** The row that a column's value alone names: by a foreign key of its own, or as the key among the columns of a longer one. */
function referenceOf(name: string, own: readonly Reference[], { keys, names }: Known): Column['references'] {
  for (const { columns, target, targetColumns } of own) {
    const at = columns.indexOf(name)
    const column = targetColumns[at]
    const [only, ...more] = keys.get(target) ?? []
    const isAlone = columns.length === 1 || (more.length === 0 && column === only)
    if (column !== undefined && isAlone) return { relation: target, column, name: names.get(target) ?? null }
  }
  return null
}
