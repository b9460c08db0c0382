import type { DemoAccount } from '#shared/contract/workspaces.ts'
import type { Loader } from '../database/database.ts'
import type { ObjectStore } from '../server/object-store.ts'

/** A person who can sign in to a demo cloud. */
export interface Account extends DemoAccount {
  readonly id: string
  readonly language: 'en' | 'fr'
}

export interface GenerateOptions {
  readonly loader: Loader
  readonly store: ObjectStore
  readonly size: 'small' | 'demo' | 'large'
  readonly now: Date
  readonly seed: number
  /** Rows so far. */
  readonly onRows: (rows: number, expected: number) => void
}

/** Made-up rows and people of one system: `data/<system>/demo.ts` exports one as `demo`. */
export interface DemoSystem {
  readonly accounts: readonly Account[]
  /** Writes the rows and files. The same seed, size and `now` give the same rows. */
  generate(options: GenerateOptions): Promise<void>
}
