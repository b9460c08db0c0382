import type { Client } from 'pg'
import { OutpostError } from '#shared/contract/errors.ts'

/** One file of migrations. */
export interface Step {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

const LEDGER = `
create schema if not exists console_install;
create table if not exists console_install.migrations (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

/** Makes the ledger of what was applied to this database, when it has none. */
export async function openLedger(database: Client): Promise<void> {
  await database.query(LEDGER)
}

/** A project that got the system's files by other means says how far it is: they are noted, not applied again. */
export async function adopt(database: Client, system: string, steps: readonly Step[]): Promise<void> {
  const own = steps.filter(({ name }) => name.startsWith('systems/'))
  const { rows } = await database.query(
    `select from console_install.migrations where name like 'systems/%'
     union all select where to_regproc('public.console_system') is null`,
  )
  if (own.length === 0 || rows.length > 0) return
  const answer = await database.query<{ system: string; version: string }>(
    `select it ->> 'system' as system, it ->> 'version' as version from public.console_system() it`,
  )
  const there = answer.rows[0]
  if (there?.system !== system) {
    throw new OutpostError(
      'refused',
      `This project holds the system "${there?.system}", not "${system}". Nothing was changed.`,
      {
        field: 'system',
      },
    )
  }
  for (const step of own.slice(0, Number(there.version))) await note(database, step)
}

/** Records a file as applied, in the caller's transaction. */
export async function note(database: Client, { name, sha256 }: Step): Promise<void> {
  await database.query('insert into console_install.migrations (name, sha256) values ($1, $2)', [name, sha256])
}

/**
 * The files that were not applied yet, in order.
 * @throws OutpostError `refused` when one that was applied reads otherwise now
 */
export async function missing(database: Client, steps: readonly Step[]): Promise<Step[]> {
  const { rows } = await database.query<{ name: string; sha256: string }>(
    'select name, sha256 from console_install.migrations',
  )
  const before = new Map(rows.map(({ name, sha256 }) => [name, sha256]))
  const changed = steps.find(({ name, sha256 }) => before.has(name) && before.get(name) !== sha256)
  if (!changed) return steps.filter(({ name }) => !before.has(name))
  throw new OutpostError(
    'refused',
    `${changed.name} was applied to this database with another content. Nothing was changed; use the version of Outpost that installed it.`,
  )
}
