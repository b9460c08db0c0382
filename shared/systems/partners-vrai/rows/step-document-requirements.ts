// Made by `npm run generate` from migrations/systems. Change the migrations, not this file.

/** Which documents a step of a product asks for. */
export interface StepDocumentRequirementsRow {
  readonly id: string
  readonly product_step_id: string
  readonly document_type_id: string
  /** The step is complete only when this document is approved. */
  readonly is_required: boolean
  readonly created_at: string
}
