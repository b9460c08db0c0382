import { OutpostError } from '#shared/contract/errors.ts'
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

const generators: Readonly<Record<string, () => Promise<typeof import('./data/partners-vrai/generate.ts')>>> = {
  'partners-vrai': () => import('./data/partners-vrai/generate.ts'),
}

/**
 * Brings a system's demo rows and files in, all in one transaction. Triggers stay silent: history comes as it was, and
 * the generator writes what they would have written.
 */
export async function seed({ database, store, system, size, now, onProgress }: SeedOptions): Promise<void> {
  const open = generators[system]
  if (!open) throw new OutpostError('not_found', `There is no demo data for ${system}.`, { field: 'system' })
  const { generate } = await open()
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
