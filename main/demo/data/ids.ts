import { createHash } from 'node:crypto'

/** The id of a row that comes with another one, as the database's own functions derive it. */
export function derivedId(main: string, kind: string): string {
  return asUuid(createHash('md5').update(`${main}:${kind}`).digest('hex'))
}

/** The id of a row that is there in every demo, by its name. */
export function fixedId(table: string, name: string): string {
  const hex = createHash('md5').update(`${table}/${name}`).digest('hex')
  return asUuid(`${hex.slice(0, 12)}4${hex.slice(13, 16)}a${hex.slice(17)}`)
}

function asUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
