// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ActorType } from './enums.ts'

/** Conversation between a client and the staff about a dossier. */
export interface MessagesRow {
  readonly id: string
  readonly dossier_id: string
  readonly sender_type: ActorType
  readonly sender_id: string | null
  readonly body: string
  /** When the other side has read it. */
  readonly read_at: string | null
  readonly created_at: string
}
