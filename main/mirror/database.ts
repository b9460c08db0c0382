import { createHash, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Transaction } from '@electric-sql/pglite'
import { PGlite } from '@electric-sql/pglite'
import { smallBuffers, tuneWasm } from '#main/pglite.ts'
import { isWhole } from './damage.ts'
import { extensions } from './extensions.ts'

export type { PGlite, Transaction }

const MIGRATIONS = new URL('../../migrations/', import.meta.url)

/** Everything that a mirror of this system is made of, in the order in which it is applied. */
function schemaOf(system: string): string[] {
  const own = files('mirror/')
  // A plain project has all of it from its server.
  const systems = system === 'plain' ? [] : files(`systems/${system}/`)
  return [...own.slice(0, 1), ...systems, ...files('sync/'), ...files('console/'), ...own.slice(1)]
}

function files(folder: string): string[] {
  const url = new URL(folder, MIGRATIONS)
  const names = readdirSync(url).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => readFileSync(new URL(name, url), 'utf8'))
}

/** Changes whenever a migration does: a mirror made by other migrations is thrown away and built again. */
function schemaDigest(system: string): string {
  return createHash('sha256').update(schemaOf(system).join('\n')).digest('hex')
}

/** Lies beside the folder for as long as it is open: whoever finds it there knows that it was not closed in order. */
function markOf(folder: string): string {
  return `${folder}.open`
}

/** Whether the folder was last left by a killed process or a power cut. */
export function wasCutOff(folder: string): boolean {
  return existsSync(markOf(folder))
}

/** Remembers that everything in a closed folder is as it should be. */
export function noteClosed(folder: string): void {
  rmSync(markOf(folder), { force: true })
}

/** Removes the folder of a closed database. */
export function removeDatabase(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  noteClosed(folder)
}

/**
 * Opens the mirror's Postgres on a folder that this process holds alone; an empty folder gets the system's schema.
 * A folder that can't be opened, is damaged, or was made by other migrations, is thrown away: the mirror is disposable.
 * @param templates where empty databases are kept to be copied: ten times quicker than making one
 */
export async function openDatabase(folder: string, system: string, templates: string): Promise<PGlite> {
  const digest = schemaDigest(system)
  const template = join(templates, digest)
  const kept = (await reopen(folder, digest)) ?? (await copyOf(template, folder, digest))
  if (kept !== null) return kept
  await make(template, system, digest)
  const made = await copyOf(template, folder, digest)
  if (made === null) throw new Error(`The mirror could not be opened in ${folder}, although it was just made.`)
  return made
}

async function copyOf(template: string, folder: string, digest: string): Promise<PGlite | null> {
  if (!exists(template)) return null
  removeDatabase(folder)
  // Copied under another name and put in place whole: half a copy can look like a mirror.
  const copy = `${folder}.copy`
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true, mode: 0o700 })
  cpSync(template, copy, { recursive: true })
  renameSync(copy, folder)
  return reopen(folder, digest)
}

/** Made under a name of its own and put in place whole: another process may be making the same one, or copying it. */
async function make(template: string, system: string, digest: string): Promise<void> {
  rmSync(template, { recursive: true, force: true })
  const building = `${template}.${process.pid}.${randomUUID()}`
  mkdirSync(building, { recursive: true, mode: 0o700 })
  const database = await boot(building)
  await database.exec(`set console_sync.mirror = 'on'`)
  for (const sql of schemaOf(system)) await database.exec(sql)
  await database.query(`insert into outpost.facts values ('schema', $1)`, [digest])
  await database.close()
  try {
    renameSync(building, template)
  } catch (error) {
    if (!exists(template)) throw error
    // Whoever was first may have somebody who copies theirs by now.
    rmSync(building, { recursive: true })
  }
}

async function reopen(folder: string, digest: string): Promise<PGlite | null> {
  if (!exists(folder)) return null
  let database: PGlite | undefined
  try {
    database = await boot(folder)
    const { rows } = await database.query<{ value: string }>(`select value from outpost.facts where name = 'schema'`)
    if (rows[0]?.value === digest && (await isWhole(database, wasCutOff(folder)))) {
      writeFileSync(markOf(folder), '')
      return database
    }
    await database.close()
  } catch {
    // Whatever is wrong with it, the answer is the same: build it again from the server and the journal.
    await database?.close().catch(() => undefined)
  }
  return null
}

function exists(folder: string): boolean {
  try {
    return readdirSync(folder).length > 0
  } catch {
    return false
  }
}

async function boot(folder: string): Promise<PGlite> {
  tuneWasm()
  const startParams = [...PGlite.defaultStartParams, ...smallBuffers]
  const database = await PGlite.create({ dataDir: folder, extensions, startParams })
  // A third of the usual sample plans as well here, and everybody waits while it is taken. Nothing is read from a disk
  // that has to turn, as the usual price of a page assumes.
  await database.exec(
    `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
     set extra_float_digits = 1; set bytea_output = 'hex'; set default_statistics_target = 30;
     set random_page_cost = 1.1`,
  )
  return database
}
