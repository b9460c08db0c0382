import { create } from 'zustand'

export interface OrganizationsView {
  readonly search: string
  readonly plans: readonly string[]
  readonly statuses: readonly string[]
  readonly teams: boolean
  readonly pressed: boolean
  /** The row that was last gone to, so that coming back finds it. */
  readonly selected: string | undefined
}

/** Nothing narrows the list. */
export const WHOLE = { search: '', plans: [], statuses: [], teams: false, pressed: false } as const

const PLAIN: OrganizationsView = { ...WHOLE, selected: undefined }

const useViews = create<Readonly<Record<string, OrganizationsView>>>(() => ({}))

/** How the organisations of a workspace are looked at; it stays so while other pages are visited. */
export function useOrganizationsView(workspace: string): OrganizationsView {
  return useViews((views) => views[workspace]) ?? PLAIN
}

export function changeOrganizationsView(workspace: string, change: Partial<OrganizationsView>): void {
  useViews.setState((views) => ({ [workspace]: { ...(views[workspace] ?? PLAIN), ...change } }))
}

export function isFiltered({ search, plans, statuses, teams, pressed }: OrganizationsView): boolean {
  return search.trim() !== '' || plans.length > 0 || statuses.length > 0 || teams || pressed
}
