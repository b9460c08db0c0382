import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { getAuthSchemaSql, getStorageSchemaSql } from '@supabase/lite'
import { OutpostError } from '#shared/contract/errors.ts'
import type { Database } from './database.ts'

const ROOT = new URL('../../../migrations/', import.meta.url)

interface Step {
  readonly name: string
  readonly sql: string
}

/** What every Supabase project has before its own first migration: the server's own tables, roles, grants. */
export async function migratePlatform(database: Database): Promise<void> {
  await database.run(ledger)
  await apply(database, [
    { name: 'platform/auth', sql: getAuthSchemaSql() },
    { name: 'platform/storage', sql: getStorageSchemaSql() },
    // After the server's own tables: what it has of them already it leaves alone, and adds the grants around them.
    { name: 'platform/supabase', sql: await readFile(new URL('mirror/0001_platform.sql', ROOT), 'utf8') },
    { name: 'platform/extensions', sql: 'create extension if not exists pgcrypto with schema extensions' },
  ])
}

/** @throws OutpostError `version_behind` when an applied migration has another content now */
export async function migrateSystem(database: Database, system: string): Promise<void> {
  await apply(database, await filesOf(`systems/${system}`))
}

/** @throws OutpostError `version_behind` when an applied migration has another content now */
export async function migrateSync(database: Database): Promise<void> {
  await apply(database, [...(await filesOf('sync')), ...(await filesOf('console'))])
}

/** Each step once, in order, in a transaction of its own that also notes it in the ledger. */
async function apply(database: Database, steps: readonly Step[]): Promise<void> {
  const rows = await database.query('select name, sha256 from demo.migrations')
  const applied = new Map(rows.map((row) => [row.name, row.sha256]))
  for (const step of steps) {
    const sha256 = createHash('sha256').update(step.sql).digest('hex')
    const before = applied.get(step.name)
    if (before === sha256) continue
    if (before !== undefined) throw changed(step.name)
    await database.transact(async (session) => {
      await session.run(step.sql)
      await session.query('insert into demo.migrations (name, sha256) values ($1, $2)', [step.name, sha256])
    })
  }
}

const ledger = `
create schema if not exists demo;
create table if not exists demo.migrations (
  name text primary key,
  sha256 text not null,
  applied_at timestamptz not null default now()
);
`

async function filesOf(folder: string): Promise<Step[]> {
  const url = new URL(`${folder}/`, ROOT)
  const names = (await readdir(url)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name) => ({ name: `${folder}/${name}`, sql: await readFile(new URL(name, url), 'utf8') })),
  )
}

function changed(name: string): OutpostError {
  return new OutpostError(
    'version_behind',
    `The demo data was made by another version of Outpost (${name} has changed). Delete its folder to make it anew.`,
  )
}
