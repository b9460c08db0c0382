import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client, DatabaseError } from 'pg'
import { OutpostError } from '#shared/contract/errors.ts'

const ROOT = new URL('../../migrations/', import.meta.url)
/** One install at a time per database: any number, as long as every Outpost uses the same. */
const LOCK = 7_688_778

interface Step {
  readonly name: string
  readonly sql: string
  readonly sha256: string
}

/**
 * Applies what is missing of a system's migrations and of sync's to a project's database: each file in a transaction
 * of its own, noted in the ledger `console_install.migrations` by the same transaction.
 * @returns the names of the files that were applied
 * @throws OutpostError `bad_request`, `unreachable`, `wrong_password`, `not_supabase`, `refused`
 */
export async function installCloud(system: string, url: string, onStep: (name: string) => void): Promise<string[]> {
  const steps = [...(system === 'plain' ? [] : await systemSteps(system)), ...(await stepsOf('sync'))]
  const database = await connect(url)
  try {
    await database.query('select pg_advisory_lock($1)', [LOCK])
    await refuseOthers(database)
    await database.query(LEDGER)
    await adopt(database, system, steps)
    const applied = await missing(database, steps)
    for (const step of applied) {
      onStep(step.name)
      await apply(database, step)
    }
    // Tables that came after sync are followed from now on too.
    if (applied.length > 0) await database.query('select console_sync.track_all()')
    return applied.map(({ name }) => name)
  } finally {
    await database.end()
  }
}

const LEDGER = `
create schema if not exists console_install;
create table if not exists console_install.migrations (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
)`

async function systemSteps(system: string): Promise<Step[]> {
  const systems = await readdir(new URL('systems/', ROOT))
  if (systems.includes(system)) return await stepsOf(`systems/${system}`)
  throw new OutpostError('bad_request', `There is no system "${system}". Known: ${[...systems, 'plain'].join(', ')}.`, {
    field: 'system',
  })
}

async function stepsOf(folder: string): Promise<Step[]> {
  const url = new URL(`${folder}/`, ROOT)
  const names = (await readdir(url)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, url), 'utf8')
      return { name: `${folder}/${name}`, sql, sha256: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function connect(url: string): Promise<Client> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new OutpostError(
      'bad_request',
      'The address of a database looks like postgresql://user:password@host:5432/name.',
      {
        field: 'db-url',
      },
    )
  }
  const database = new Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  try {
    await database.connect()
    return database
  } catch (error) {
    await database.end().catch(() => undefined)
    if (error instanceof DatabaseError && error.code?.startsWith('28')) {
      throw new OutpostError('wrong_password', 'The database does not accept this user and password.', { cause: error })
    }
    const { host } = new URL(url)
    const reason = error instanceof Error ? error.message : String(error)
    throw new OutpostError('unreachable', `The database at ${host} can’t be reached: ${reason}`, { cause: error })
  }
}

async function refuseOthers(database: Client): Promise<void> {
  const { rows } = await database.query(
    `select to_regrole('authenticated') is not null and to_regclass('auth.users') is not null as ok`,
  )
  if (rows[0]?.ok) return
  throw new OutpostError(
    'not_supabase',
    'This database does not belong to a Supabase project: it has no role "authenticated" or no table auth.users.',
  )
}

/** A project that got the system's files by other means says how far it is: they are noted, not applied again. */
async function adopt(database: Client, system: string, steps: readonly Step[]): Promise<void> {
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

async function note(database: Client, { name, sha256 }: Step): Promise<void> {
  await database.query('insert into console_install.migrations (name, sha256) values ($1, $2)', [name, sha256])
}

async function missing(database: Client, steps: readonly Step[]): Promise<Step[]> {
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

async function apply(database: Client, step: Step): Promise<void> {
  try {
    await database.query('begin')
    await database.query(step.sql)
    await note(database, step)
    await database.query('commit')
  } catch (error) {
    await database.query('rollback').catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    throw new OutpostError(
      'refused',
      `${step.name} could not be applied, and left nothing behind: ${reason}. What came before it stays; run the command again once this is mended.`,
      { cause: error },
    )
  }
}
