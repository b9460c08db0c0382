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
export function rowsPath(system: string): string {
  return join(root, 'shared/systems', system, 'rows.ts')
}

/** The row types of a system, as its migrations make its tables and views: the same text for the same migrations. */
export async function rowsFile(system: string): Promise<string> {
  const database = await createPglite({ layers: ['platform', system as Layer] })
  try {
    return await written(database.query)
  } finally {
    await database.close()
  }
}

async function written(query: Query): Promise<string> {
  const relations = await query<RelationRow>(RELATIONS)
  const columns = Map.groupBy(await query<ColumnRow>(COLUMNS), ({ relation }) => relation)
  const enums = await query<{ name: string; values: string[] }>(
    `select t.typname as name, json_agg(e.enumlabel order by e.enumsortorder) as values
     from pg_enum e join pg_type t on t.oid = e.enumtypid where t.typnamespace = 'public'::regnamespace
     group by t.typname order by t.typname`,
  )
  const bare = ({ relation }: RelationRow) => relation.replace(/^public\./, '')
  const rows = relations.map((relation) =>
    interfaceOf(pascal(bare(relation)), relation, columns.get(relation.relation) ?? []),
  )
  // An enum that only functions take is none of a row's types.
  const used = [...columns.values()].flat().flatMap(({ base, element }) => [base, element])
  const all = [
    ...enums
      .filter(({ name }) => used.includes(name))
      .map(({ name, values }) => `export type ${pascal(name)} = ${values.map(quoted).join(' | ')}\n`),
    ...rows,
    `/** A row of each table and view, by its name. */\nexport interface Rows {\n${relations
      .map((relation) => `  readonly '${relation.relation}': ${pascal(bare(relation))}Row\n`)
      .join('')}}\n`,
  ]
  return [HEAD, ...all].join('\n')
}

function interfaceOf(name: string, { comment }: RelationRow, columns: readonly ColumnRow[]): string {
  const fields = columns.map(
    (column) => `${doc(column.comment, '  ')}  readonly ${column.name}: ${columnType(column)}\n`,
  )
  return `${doc(comment, '')}export interface ${name}Row {\n${fields.join('')}}\n`
}

function doc(comment: string | null, indent: string): string {
  return comment === null ? '' : `${indent}/** ${comment.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */\n`
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}
