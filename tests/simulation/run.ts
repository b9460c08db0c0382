import type pg from 'pg'
import type { Client } from './client.ts'
import type { Random } from './random.ts'
import type { Scene } from './stage.ts'

/** What one run is about: rows that people meet over, fixed before the first step. */
export interface Pools {
  readonly profiles: readonly string[]
  readonly dossiers: readonly string[]
  readonly documents: readonly string[]
  readonly products: readonly string[]
  readonly steps: readonly string[]
  readonly agents: readonly string[]
  readonly messages: readonly string[]
}

/** A run of the simulation on its way. */
export interface Run {
  readonly random: Random
  readonly scene: Scene
  readonly pools: Pools
  readonly sql: pg.Client
  /** Transactions of the server that have begun and not ended. */
  readonly open: pg.Client[]
  /** Words that were never used before. */
  word(): string
}

/** One thing that may happen. Answers what became of it, for the log, in words that are the same in every replay. */
export interface Step<Where> {
  readonly name: string
  readonly weight: number
  happen(run: Run, where: Where): Promise<string>
}

export type ClientStep = Step<Client>
export type ServerStep = Step<pg.Client>

export async function poolsOf(sql: pg.Client): Promise<Pools> {
  const ids = async (query: string) => (await sql.query<{ id: string }>(query)).rows.map(({ id }) => id)
  return {
    profiles: await ids('select id from public.profiles order by id limit 2'),
    dossiers: await ids(
      `select id from public.dossiers where status not in ('COMPLETED', 'CANCELLED') order by id limit 4`,
    ),
    documents: await ids(`select id from public.documents where status = 'PENDING' order by id limit 6`),
    products: await ids('select id from public.products order by id limit 2'),
    steps: await ids('select id from public.steps order by id limit 2'),
    agents: await ids('select id from public.agents where is_active order by id limit 3'),
    messages: await ids(`select id from public.messages where sender_type = 'USER' order by id limit 3`),
  }
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
