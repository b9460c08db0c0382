import type { ColumnKind } from '#shared/contract/catalogue.ts'

/** Kinds of Postgres' own types by name; an enum, an array or a domain is told by the catalogue before. */
const kinds: Readonly<Record<string, ColumnKind>> = {
  text: 'text',
  varchar: 'text',
  bpchar: 'text',
  char: 'text',
  name: 'text',
  citext: 'text',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  numeric: 'number',
  money: 'number',
  oid: 'number',
  bool: 'boolean',
  date: 'date',
  time: 'time',
  timetz: 'time',
  timestamp: 'timestamp',
  timestamptz: 'timestamp',
  interval: 'interval',
  uuid: 'uuid',
  json: 'json',
  jsonb: 'json',
  inet: 'network',
  cidr: 'network',
  macaddr: 'network',
  bytea: 'bytes',
}

/** What a base type (`int4`, `jsonb`) holds. */
export function kindOf(type: string, isEnum: boolean): ColumnKind {
  return isEnum ? 'enum' : (kinds[type] ?? 'other')
}
