import type { ListedView } from '#shared/contract/views.ts'

/** A list with a name: the product's own, which the manifest has, or one that the person has saved. */
export interface View extends Omit<ListedView, 'name'> {
  readonly label: string
  /** Its rows wait for somebody, so that their number is worth seeing. */
  readonly waits: boolean
}
