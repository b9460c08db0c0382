// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { DossierStatusCode, DossierType } from './enums.ts'

/** One bought service for one client, from payment to delivery. */
export interface DossiersRow {
  readonly id: string
  /** The number that people use, D-year-number. The server gives it. */
  readonly reference: string
  readonly user_id: string
  readonly product_id: string
  readonly order_id: string | null
  readonly type: DossierType
  readonly status: DossierStatusCode
  /** The change that set the status; its event carries the same id. */
  readonly status_change_id: string | null
  readonly status_changed_at: string
  /** Why the status was changed, as the client is told. */
  readonly status_comment: string | null
  /** The company that the dossier is about, once it has a name. */
  readonly company_name: string | null
  /** The agent who holds the dossier. */
  readonly assigned_to: string | null
  /** The step where the dossier is now. */
  readonly current_step_instance_id: string | null
  readonly created_at: string
  readonly updated_at: string
}
