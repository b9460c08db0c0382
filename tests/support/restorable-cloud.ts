import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Cloud, startCloud } from '#main/demo/cloud.ts'
import { createDatabase } from '#tests/support/postgres.ts'

/** A demo cloud over a real Postgres whose database can be kept and put back, always at the same address. */
export interface RestorableCloud {
  /** The cloud as it runs now. */
  readonly cloud: Cloud
  /** Keeps the database as it is, under a name. */
  backUp(name: string): Promise<void>
  /**
   * Puts a kept database in place of the one that runs.
   * @param as `copy`: made anew, as a dump is read in · `disk`: the very files of the server, as a volume is put back
   */
  restore(name: string, as: 'copy' | 'disk'): Promise<void>
  close(): Promise<void>
}

export async function openRestorableCloud(): Promise<RestorableCloud> {
  // Roles belong to the whole cluster: a database with the platform brings them.
  const withRoles = await createDatabase({ layers: ['platform'] })
  const folder = await mkdtemp(join(tmpdir(), 'outpost-restorable-'))
  const name = `restorable_${randomUUID().replaceAll('-', '')}`
  const kept = new Set<string>()
  const admin = new pg.Client({ connectionString: withRoles.url })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = Object.assign(new URL(withRoles.url), { pathname: `/${name}` }).href
  const start = () => startCloud({ system: 'partners-vrai', size: 'small', dataDir: folder, postgres: { url } })
  let cloud = await start()

  const paused = async (work: () => Promise<unknown>) => {
    await cloud.stop()
    await work()
    cloud = await start()
  }
  /** A closed connection lingers a moment, and a database that is in use can't be copied. */
  const free = async () => {
    for (;;) {
      const { rowCount } = await admin.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [name],
      )
      if (rowCount === 0) return
    }
  }
  const drop = (database: string) => admin.query(`drop database if exists ${database} with (force)`)
  return {
    get cloud() {
      return cloud
    },
    backUp: (as) =>
      paused(async () => {
        kept.add(`${name}_${as}`)
        await free()
        await admin.query(`create database ${name}_${as} template ${name}`)
      }),
    restore: (from, as) =>
      paused(async () => {
        const { rows } = await admin.query('select oid from pg_database where datname = $1', [name])
        await drop(name)
        // Postgres knows a database by its number, which files that are put back keep and a dump does not.
        const number = as === 'disk' ? ` oid ${rows[0].oid}` : ''
        await admin.query(`create database ${name} template ${name}_${from}${number}`)
      }),
    close: async () => {
      await cloud.stop()
      for (const database of [name, ...kept]) await drop(database)
      await admin.end()
      await withRoles.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
