import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a test database holds, in this order. */
export type Layer =
  | 'platform'
  | 'partners-vrai'
  | 'linkdev'
  | 'xainik'
  | 'resumepilot'
  | 'dracarys'
  | 'sync'
  | 'console'

/** Rows of one statement. Exact numbers come as strings, times as Date. */
export type Query = <T = Record<string, unknown>>(sql: string, params?: readonly unknown[]) => Promise<T[]>

/** Who asks: `sub` is the id in auth.users; further properties become claims. */
export type Claims = { readonly sub: string; readonly role?: string; readonly email?: string } | 'anon'

/** A database that a test owns, whichever engine runs it. */
export interface TestDatabase {
  /** Connection string, empty for PGlite. */
  readonly url: string
  /** As the owner of everything. */
  readonly query: Query
  /** Several statements, without parameters, as the owner. */
  exec(sql: string): Promise<void>
  /** One transaction as a person: committed when `work` resolves, rolled back when it rejects. */
  as<R>(person: Claims, work: (query: Query) => Promise<R>): Promise<R>
  close(): Promise<void>
}

const root = join(import.meta.dirname, '..', '..', 'migrations')

/** The migrations of the layers, in the order in which they apply. */
export async function migrationsOf(layers: readonly Layer[]): Promise<{ name: string; sql: string }[]> {
  const files: string[] = []
  if (layers.includes('platform')) files.push(join(root, 'mirror', '0001_platform.sql'))
  for (const system of ['partners-vrai', 'linkdev', 'xainik', 'resumepilot', 'dracarys'] as const) {
    if (layers.includes(system)) files.push(...(await sqlFiles(join(root, 'systems', system))))
  }
  for (const own of ['sync', 'console'] as const) {
    if (layers.includes(own)) files.push(...(await sqlFiles(join(root, own))))
  }
  return Promise.all(files.map(async (name) => ({ name, sql: await readFile(name, 'utf8') })))
}

/** Statements that make a transaction run as a person, the way the API of a project does. */
export function impersonate(person: Claims): { role: string; claims: string } {
  const claims = person === 'anon' ? { role: 'anon' } : { role: 'authenticated', ...person }
  return { role: claims.role, claims: JSON.stringify(claims) }
}

async function sqlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(folder, name))
}
