// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

import type { ActorType, EventType } from './enums.ts'

/** Everything that has happened, in order. No one can change or delete an entry. */
export interface EventsRow {
  readonly id: string
  readonly event_type: EventType
  /** The table of what it happened to. */
  readonly entity_type: string
  /** The row of that table. */
  readonly entity_id: string
  readonly dossier_id: string | null
  /** The client whom it concerns. */
  readonly user_id: string | null
  readonly actor_type: ActorType
  readonly actor_id: string | null
  /** Details, by kind of event. */
  readonly payload: unknown
  readonly created_at: string
}
