import { type RelationInfo, type SchemaObject, type ServerSchema, schemaObject } from '#shared/model/protocol.ts'
import type { PGlite, Transaction } from '../database.ts'
import { setFact } from '../facts.ts'
import { attachWithin } from '../loading.ts'
import { build, type LeftOut, unlike } from './build.ts'
import { Coming } from './coming.ts'
import { missing, type Plan, planOf } from './plan.ts'

/*
 * Owns the mirror's schema. It changes with a cut, in the cut's transaction: before, everything is as it was, with the
 * new shape of what has changed waiting aside; after, rows and schema are the server's, both.
 * Worst outcome of a mistake here: a mirror that can't be used, and is filled again.
 */

/** Kinds without which there is no place for rows; all others come after the rows. */
const STRUCTURE: readonly SchemaObject['kind'][] = ['extension', 'type', 'sequence', 'function', 'table', 'partition']

/** A way from the mirror's schema to the server's, begun and not yet gone. */
export interface Adaptation {
  readonly digest: string
  readonly coming: Coming
  /** Everything up to the place for rows. Call with session_replication_role = replica and no local effects. */
  makePlace(tx: Transaction): Promise<string[]>
  /** Everything that only limits or shows rows, once they are there. */
  finish(tx: Transaction): Promise<void>
}

/**
 * Compares the schemas and prepares the change. Only values of enums are added at once: they can't be used by the
 * transaction that adds them, and harm nobody.
 */
export async function prepare(
  database: PGlite,
  schema: ServerSchema,
  relations: readonly RelationInfo[],
): Promise<Adaptation> {
  const server = schema.objects.filter(({ unchecked }) => unchecked !== true)
  const own = await asMade(database)
  const plan = planOf(own, server)
  const lacking = missing(own, server)
  // So it is for a new mirror of a system that this console knows. What lacks of extensions shows nowhere.
  const isSame = plan.undo.length === 0 && lacking.every(({ kind }) => kind === 'extension')
  for (const statement of plan.grow) await database.exec(statement)
  await database.exec('drop schema if exists outpost_coming cascade; create schema outpost_coming')
  const renewed = new Set(plan.renewed.map(({ relation }) => relation))
  const coming = new Coming(relations.filter(({ relation }) => renewed.has(relation)))
  const leftOut: LeftOut[] = schema.objects
    .filter(({ unchecked }) => unchecked === true)
    .map(({ kind, name }) => ({ kind, name, reason: 'rows of before may break it, so only the server checks it' }))

  return {
    digest: schema.schemaDigest,
    coming,
    makePlace: async (tx) => {
      await tx.exec('set local check_function_bodies = off')
      if (isSame) await build(tx, lacking)
      else {
        await tx.exec('truncate outpost.as_made')
        await clear(tx, plan)
        const structure = server.filter(({ kind }) => STRUCTURE.includes(kind))
        const left = await build(tx, missing(await list(tx), structure))
        // A function may ask for a view.
        leftOut.push(...left.filter(({ kind }) => kind !== 'function'))
      }
      await attachWithin(tx, relations)
      leftOut.push(...(await unattached(tx, relations)))
      await coming.arrive(tx)
      return [...plan.renewed, ...plan.dropped].flatMap(({ relation }) => relation ?? [])
    },
    finish: async (tx) => {
      if (!isSame) {
        const rest = server.filter(({ kind }) => kind === 'function' || !STRUCTURE.includes(kind))
        leftOut.push(...(await build(tx, missing(await list(tx), rest))))
        const broken = unlike(await list(tx), server, leftOut)
        if (broken.length > 0) throw new Error(`The change of schema ended without: ${broken[0]?.sql}`)
        await tx.exec('select outpost.count_down(); select outpost.count_rows()')
      }
      await setFact(tx, 'left_out', JSON.stringify(leftOut))
      await setFact(tx, 'server_schema', schema.schemaDigest)
    },
  }
}

/** Takes away what differs, with everything that the mirror itself keeps about the tables that go. */
async function clear(tx: Transaction, plan: Plan): Promise<void> {
  const gone = plan.dropped.flatMap(({ relation }) => relation ?? [])
  await tx.query('select outpost.detach(relation) from unnest($1::text[]) relation', [gone])
  for (const statement of plan.undo) await tx.exec(statement)
}

/** The mirror's own objects, by the list that it was made with if they are still those. */
async function asMade(database: PGlite): Promise<SchemaObject[]> {
  const { rows } = await database.query<{ objects: unknown }>('select objects from outpost.as_made')
  return rows[0] === undefined ? list(database) : schemaObject.array().parse(rows[0].objects)
}

async function list(database: PGlite | Transaction): Promise<SchemaObject[]> {
  const { rows } = await database.query<{ objects: unknown }>('select console_sync.schema() as objects')
  return schemaObject.array().parse(rows[0]?.objects)
}

/** Tables that are here, but under a name that the mirror can't say. */
async function unattached(tx: Transaction, relations: readonly RelationInfo[]): Promise<LeftOut[]> {
  const { rows } = await tx.query<{ name: string }>(
    `select format('%s.%s', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where format('%s.%s', n.nspname, c.relname) = any ($1)
       and not exists (select from outpost.relations r where r.relation = format('%s.%s', n.nspname, c.relname))`,
    [relations.map(({ relation }) => relation)],
  )
  return rows.map(({ name }) => ({ kind: 'table', name, reason: 'a name with capital letters can’t be mirrored yet' }))
}
