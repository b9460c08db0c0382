import { OutpostError } from '#shared/contract/errors.ts'
import type { DemoAccount } from '#shared/contract/workspaces.ts'
import type { DemoSystem } from './data/demo-system.ts'
import type { Database } from './database/database.ts'
import type { ObjectStore } from './server/object-store.ts'

export interface Progress {
  readonly phase: 'database' | 'schema' | 'rows'
  readonly done: number
  readonly total: number
}

export interface SeedOptions {
  readonly database: Database
  readonly store: ObjectStore
  readonly system: string
  readonly size: 'small' | 'demo' | 'large'
  readonly now: Date
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

const SEED = 20_251_113

const demos: Readonly<Record<string, () => Promise<{ readonly demo: DemoSystem }>>> = {
  'partners-vrai': () => import('./data/partners-vrai/demo.ts'),
  linkdev: () => import('./data/linkdev/demo.ts'),
  xainik: () => import('./data/xainik/demo.ts'),
  resumepilot: () => import('./data/resumepilot/demo.ts'),
  dracarys: () => import('./data/dracarys/demo.ts'),
}

/** @throws OutpostError `not_found` when nobody has made demo data for this system */
export function requireDemo(system: string): void {
  if (Object.hasOwn(demos, system)) return
  const known = Object.keys(demos).join(', ')
  throw new OutpostError('not_found', `There is no demo of ${system}. Choose one of: ${known}.`, { field: 'system' })
}

/** The systems that have a demo, in the order in which they are offered. */
export const demoSystems: readonly string[] = Object.keys(demos)

/** Who can sign in to the demo of a system. */
export async function accountsOf(system: string): Promise<DemoAccount[]> {
  const { accounts } = await demoOf(system)
  return accounts.map(({ email, password, role, name }) => ({ email, password, role, name }))
}

/** @throws OutpostError `not_found` when nobody has made demo data for this system */
export async function demoOf(system: string): Promise<DemoSystem> {
  requireDemo(system)
  return (await (demos[system] as (typeof demos)[string])()).demo
}

/**
 * Brings a system's demo rows and files in, all in one transaction. Triggers stay silent: history comes as it was, and
 * the generator writes what they would have written.
 */
export async function seed({ database, store, system, size, now, onProgress }: SeedOptions): Promise<void> {
  const { generate } = await demoOf(system)
  await database.transact(async (loader) => {
    await loader.run('set local session_replication_role = replica')
    await generate({
      loader,
      store,
      size,
      now,
      seed: SEED,
      onRows: (done, total) => onProgress?.({ phase: 'rows', done, total }),
    })
  })
}
