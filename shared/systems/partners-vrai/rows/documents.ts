// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { DocumentStatus } from './enums.ts'

/** A document that a dossier needs; its files are the versions. */
export interface DocumentsRow {
  readonly id: string
  readonly dossier_id: string
  readonly document_type_id: string
  readonly step_instance_id: string | null
  readonly status: DocumentStatus
  /** The newest version, the only one that can be reviewed. */
  readonly current_version_id: string | null
  /** Upload time of the version that waits for a review; the queue is in this order. */
  readonly waiting_since: string | null
  readonly created_at: string
  readonly updated_at: string
}
