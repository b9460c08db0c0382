import { create } from 'zustand'

export interface DossiersView {
  readonly search: string
  readonly statuses: readonly string[]
  readonly mine: boolean
  /** The row that was last gone to, so that coming back finds it. */
  readonly selected: string | undefined
}

const PLAIN: DossiersView = { search: '', statuses: [], mine: false, selected: undefined }

const useViews = create<Readonly<Record<string, DossiersView>>>(() => ({}))

/** How the dossiers of a workspace are looked at; it stays so while other pages are visited. */
export function useDossiersView(workspace: string): DossiersView {
  return useViews((views) => views[workspace]) ?? PLAIN
}

export function changeDossiersView(workspace: string, change: Partial<DossiersView>): void {
  useViews.setState((views) => ({ [workspace]: { ...(views[workspace] ?? PLAIN), ...change } }))
}

export function isFiltered({ search, statuses, mine }: DossiersView): boolean {
  return search.trim() !== '' || statuses.length > 0 || mine
}
