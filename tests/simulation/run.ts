import type pg from 'pg'
import type { Client } from './client.ts'
import type { Pools } from './pools.ts'
import type { Random } from './random.ts'
import type { Scene } from './stage.ts'

/** Rows in one answer to a pull. */
export const PULL_ROWS = 6

/** A run of the simulation on its way. */
export interface Run {
  readonly random: Random
  readonly scene: Scene
  readonly pools: Pools
  readonly sql: pg.Client
  /** Transactions of the server that have begun and not ended. */
  readonly open: pg.Client[]
  /** What the scene has seen before this run began, and is not of it. */
  readonly before: Before
  /** Words that were never used before. */
  word(): string
  /** The few codes for which this run's rows of the catalogue compete. */
  readonly codes: readonly string[]
  /** One of them. */
  code(): string
}

export interface Before {
  /** Entries that the server knew. */
  readonly receipts: ReadonlySet<string>
  /** Entries that each console's journal had. */
  readonly entries: ReadonlyMap<Client, number>
}

/** One thing that may happen. Answers what became of it, for the log, in words that are the same in every replay. */
export interface Step<Where> {
  readonly name: string
  readonly weight: number
  happen(run: Run, where: Where): Promise<string>
}

export type ClientStep = Step<Client>
export type ServerStep = Step<pg.Client>

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
