import { kindOf } from '#main/api/catalogue/kinds.ts'

/** A column as the catalogue's query reads it. */
export interface ColumnRow {
  readonly relation: string
  readonly name: string
  readonly base: string
  readonly isEnum: boolean
  readonly element: string | null
  readonly ofEnum: boolean
  readonly nullable: boolean
  readonly values: readonly string[] | null
  readonly comment: string | null
}

/** Numbers that a JavaScript number holds exactly; all others travel as text. */
const SMALL = ['int2', 'int4', 'float4', 'float8', 'oid']

/** How a value of the column looks where it travels as JSON. */
export function columnType(column: ColumnRow): string {
  const { base, isEnum, element, ofEnum, values, nullable } = column
  const own =
    element === null ? scalar(base, isEnum, values) : `readonly ${bracketed(scalar(element, ofEnum, values))}[]`
  return nullable ? `${own} | null` : own
}

/** `dossier_status` → `DossierStatus` */
export function pascal(name: string): string {
  return name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function scalar(base: string, isEnum: boolean, values: readonly string[] | null): string {
  if (isEnum) return pascal(base)
  if (values !== null) return values.map((value) => `'${value.replaceAll("'", "\\'")}'`).join(' | ')
  const kind = kindOf(base, false)
  if (kind === 'boolean') return 'boolean'
  if (kind === 'json') return 'unknown'
  return kind === 'number' && SMALL.includes(base) ? 'number' : 'string'
}

function bracketed(type: string): string {
  return type.includes('|') ? `(${type})` : type
}
