// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { DossierStatusCode } from './enums.ts'

/** The steps of each product, in order. */
export interface ProductStepsRow {
  readonly id: string
  readonly product_id: string
  readonly step_id: string
  /** Place in the product, counted from 1. */
  readonly position: number
  /** The status that a dossier gets when it enters this step. */
  readonly dossier_status: DossierStatusCode
}
