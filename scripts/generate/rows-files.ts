import { join } from 'node:path'
import { COLUMNS, RELATIONS } from '#main/api/catalogue/relations-sql.ts'
import type { Layer, Query } from '#tests/support/database.ts'
import { createPglite } from '#tests/support/pglite.ts'
import { root } from '../root.ts'
import { type ColumnRow, columnType, pascal } from './column-type.ts'

interface RelationRow {
  readonly relation: string
  readonly comment: string | null
}

const HEAD = '// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.\n'

/** Where the row types of a system lie. */
export function rowsFolder(system: string): string {
  return join(root, 'shared/systems', system, 'rows')
}

/**
 * The row types of a system, as its migrations make its tables and views, by the names of their files: one for each, the
 * enums, and `rows.ts` with all of them. The same texts for the same migrations.
 */
export async function rowsFiles(system: string): Promise<ReadonlyMap<string, string>> {
  const database = await createPglite({ layers: ['platform', system as Layer] })
  try {
    return await written(database.query)
  } finally {
    await database.close()
  }
}

async function written(query: Query): Promise<ReadonlyMap<string, string>> {
  const relations = await query<RelationRow>(RELATIONS)
  const columns = Map.groupBy(await query<ColumnRow>(COLUMNS), ({ relation }) => relation)
  const enums = await query<{ name: string; values: string[] }>(
    `select t.typname as name, json_agg(e.enumlabel order by e.enumsortorder) as values
     from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace = 'public'::regnamespace
     group by t.typname order by t.typname`,
  )
  // An enum that only functions take is none of a row's types.
  const inRows = [...columns.values()].flat().flatMap(enumsOf)
  const types = enums.filter(({ name }) => inRows.includes(name))
  const files = new Map<string, string>()
  if (types.length > 0) {
    const lines = types.map(({ name, values }) => `export type ${pascal(name)} = ${values.map(quoted).join(' | ')}\n`)
    files.set('enums.ts', [HEAD, ...lines].join('\n'))
  }
  for (const relation of relations) {
    const own = columns.get(relation.relation) ?? []
    const used = types.filter(({ name }) => own.flatMap(enumsOf).includes(name)).map(({ name }) => pascal(name))
    const imports = used.length === 0 ? [] : [`import type { ${used.join(', ')} } from './enums.ts'\n`]
    files.set(fileOf(relation), [HEAD, ...imports, interfaceOf(nameOf(relation), relation, own)].join('\n'))
  }
  files.set('rows.ts', [HEAD, importsOf(relations), allOf(relations)].join('\n'))
  return files
}

const bare = ({ relation }: RelationRow) => relation.replace(/^public\./, '')
const nameOf = (relation: RelationRow) => `${pascal(bare(relation))}Row`
const fileOf = (relation: RelationRow) => `${bare(relation).replaceAll('_', '-')}.ts`

function enumsOf({ base, element }: ColumnRow): string[] {
  return [base, ...(element === null ? [] : [element])]
}

function importsOf(relations: readonly RelationRow[]): string {
  return relations.map((relation) => `import type { ${nameOf(relation)} } from './${fileOf(relation)}'\n`).join('')
}

function allOf(relations: readonly RelationRow[]): string {
  const fields = relations.map((relation) => `  readonly '${relation.relation}': ${nameOf(relation)}\n`)
  return `/** A row of each table and view, by its name. */\nexport interface Rows {\n${fields.join('')}}\n`
}

function interfaceOf(name: string, { comment }: RelationRow, columns: readonly ColumnRow[]): string {
  const fields = columns.map(
    (column) => `${doc(column.comment, '  ')}  readonly ${column.name}: ${columnType(column)}\n`,
  )
  return `${doc(comment, '')}export interface ${name} {\n${fields.join('')}}\n`
}

function doc(comment: string | null, indent: string): string {
  return comment === null ? '' : `${indent}/** ${comment.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */\n`
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
