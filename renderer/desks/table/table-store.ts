import { create } from 'zustand'

/** How one table or view of a workspace is looked at; it stays so while other pages are visited. */
export interface TableLook {
  readonly search: string
  /** The row that was last gone to, so that coming back finds it. */
  readonly selected: string | undefined
}

const PLAIN: TableLook = { search: '', selected: undefined }

const useLooks = create<Readonly<Record<string, TableLook>>>(() => ({}))

const of = (workspace: string, list: string) => `${workspace} ${list}`

export function useTableLook(workspace: string, list: string): TableLook {
  return useLooks((looks) => looks[of(workspace, list)]) ?? PLAIN
}

export function changeTableLook(workspace: string, list: string, change: Partial<TableLook>): void {
  const name = of(workspace, list)
  useLooks.setState((looks) => ({ [name]: { ...(looks[name] ?? PLAIN), ...change } }))
}
