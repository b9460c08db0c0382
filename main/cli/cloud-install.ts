import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { Client, DatabaseError } from 'pg'
import { OutpostError } from '#shared/contract/errors.ts'
import { adopt, missing, note, openLedger, type Step } from './install-ledger.ts'

const ROOT = new URL('../../migrations/', import.meta.url)
/** One install at a time per database: any number, as long as every Outpost uses the same. */
const LOCK = 7_688_778

/**
 * Applies what is missing of a system's migrations and of sync's to a project's database: each file in a transaction
 * of its own, noted in the ledger `console_install.migrations` by the same transaction.
 * @returns the names of the files that were applied
 * @throws OutpostError `bad_request`, `unreachable`, `wrong_password`, `not_supabase`, `refused`
 */
export async function installCloud(system: string, url: string, onStep: (name: string) => void): Promise<string[]> {
  const own = system === 'plain' ? [] : await systemSteps(system)
  const steps = [...own, ...(await stepsOf('sync')), ...(await stepsOf('console'))]
  const database = await connect(url)
  try {
    await database.query('select pg_advisory_lock($1)', [LOCK])
    await refuseOthers(database)
    await openLedger(database)
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
