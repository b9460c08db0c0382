// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Who held which dossier, from when to when. */
export interface DossierAssignmentsRow {
  readonly id: string
  readonly dossier_id: string
  readonly agent_id: string
  /** Who gave it; the same person when it was taken over. */
  readonly assigned_by: string | null
  readonly note: string | null
  readonly assigned_at: string
  /** Empty while the agent holds the dossier. */
  readonly released_at: string | null
}
