import type { Database } from './database/database.ts'
import type { ObjectStore } from './server/object-store.ts'

export interface Progress {
  readonly phase: 'database' | 'schema' | 'rows' | 'files'
  readonly done: number
  readonly total: number
}

export async function seed(_of: {
  database: Database
  store: ObjectStore
  system: string
  size: string
  now: Date
  onProgress: ((progress: Progress) => void) | undefined
}): Promise<void> {}
