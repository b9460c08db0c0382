// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { DossierType } from './enums.ts'

/** Services on sale. Each has its own steps. */
export interface ProductsRow {
  readonly id: string
  /** A short name that never changes, for links and imports. */
  readonly code: string
  readonly name: string
  readonly description: string | null
  /** The type that a dossier of this product gets. */
  readonly dossier_type: DossierType
  /** Price without tax, in the currency beside it. */
  readonly price: string
  readonly currency: string
  /** Off: no longer sold; running dossiers go on. */
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}
