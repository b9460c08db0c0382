import type { Request } from '#shared/model/entry.ts'
import type { Transaction } from './database.ts'

interface Default {
  readonly name: string
  readonly expression: string
}

/** A default that makes something up (an id, a time, a token), as opposed to a constant. A sequence is the server's. */
const MAKES_UP = /\(|current_(date|time)/i
const ONLY_THE_SERVER = /nextval\(/i

/**
 * Fills in, once, what the database would make up by itself: ids, times, tokens. They travel in the entry, so that
 * this machine and the server make the same row.
 */
export async function withMadeValues(tx: Transaction, request: Request): Promise<Request> {
  if (request.kind === 'call') {
    return { ...request, args: await filled(tx, await argumentDefaults(tx, request.function), request.args) }
  }
  if (request.kind === 'insert') {
    return { ...request, values: await filled(tx, await columnDefaults(tx, request.relation), request.values) }
  }
  return request
}

type Values = Extract<Request, { kind: 'insert' }>['values']

async function filled(tx: Transaction, defaults: readonly Default[], given: Values): Promise<Values> {
  const missing = defaults.filter(
    ({ name, expression }) => !(name in given) && MAKES_UP.test(expression) && !ONLY_THE_SERVER.test(expression),
  )
  if (missing.length === 0) return given
  // The expressions are the catalogue's own, not anybody's input.
  const list = missing.map(({ expression }) => `to_jsonb(${expression})`).join(', ')
  const { rows } = await tx.query<{ made: Values[string][] }>(`select jsonb_build_array(${list}) as made`)
  const made = rows[0]?.made ?? []
  return { ...given, ...Object.fromEntries(missing.map(({ name }, at) => [name, made[at] ?? null])) }
}

async function columnDefaults(tx: Transaction, relation: string): Promise<Default[]> {
  const { rows } = await tx.query<Default>(
    `select a.attname as name, pg_get_expr(d.adbin, d.adrelid) as expression
     from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
     where d.adrelid = to_regclass($1) and a.attgenerated = ''`,
    [relation],
  )
  return rows
}

async function argumentDefaults(tx: Transaction, name: string): Promise<Default[]> {
  const { rows } = await tx.query<Default>(
    `select arg.name, pg_get_function_arg_default(p.oid, arg.at::int) as expression
     from pg_proc p, unnest(p.proargnames[: p.pronargs]) with ordinality arg (name, at)
     where p.pronamespace = 'public'::regnamespace and p.proname = $1
       and pg_get_function_arg_default(p.oid, arg.at::int) is not null`,
    [name],
  )
  return rows
}
