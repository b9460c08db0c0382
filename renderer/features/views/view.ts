import type { SavedView } from '#shared/contract/views.ts'

/** A list with a name: the product's own, which the manifest has, or one that the person has saved. */
export interface View extends Omit<SavedView, 'name'> {
  readonly label: string
  /** Whether the person made it, and may change it. */
  readonly own: boolean
  /** Its rows wait for somebody, so that their number is worth seeing. */
  readonly waits: boolean
}
