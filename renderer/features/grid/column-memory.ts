import { create } from 'zustand'

/** What a person did to a grid's columns. Only what differs from how the grid was made is kept. */
export interface ColumnChoice {
  readonly order: readonly string[]
  /** Null: nobody has chosen, so the columns say themselves whether they show. */
  readonly hidden: readonly string[] | null
  readonly widths: Readonly<Record<string, number>>
}

const MEMO = 'outpost.columns.'
export const UNTOUCHED: ColumnChoice = { order: [], hidden: null, widths: {} }

const useMemory = create<Readonly<Record<string, ColumnChoice>>>(() => ({}))

function remembered(grid: string): ColumnChoice {
  try {
    return { ...UNTOUCHED, ...(JSON.parse(localStorage.getItem(MEMO + grid) ?? '{}') as Partial<ColumnChoice>) }
  } catch {
    return UNTOUCHED
  }
}

const kept = new Map<string, ColumnChoice>()

function choiceOf(grid: string): ColumnChoice {
  const known = useMemory.getState()[grid] ?? kept.get(grid)
  if (known) return known
  const choice = remembered(grid)
  kept.set(grid, choice)
  return choice
}

/** The choice for one grid, kept on this computer. */
export function useColumnChoice(grid: string): ColumnChoice {
  return useMemory((memory) => memory[grid]) ?? choiceOf(grid)
}

export function changeColumns(grid: string, change: Partial<ColumnChoice>): void {
  const choice = { ...choiceOf(grid), ...change }
  useMemory.setState({ [grid]: choice })
  localStorage.setItem(MEMO + grid, JSON.stringify(choice))
}

export function forgetColumns(grid: string): void {
  localStorage.removeItem(MEMO + grid)
  useMemory.setState({ [grid]: UNTOUCHED })
}

/** Whether a person has chosen which columns there are, or in what order. */
export function isChosen({ order, hidden }: ColumnChoice): boolean {
  return order.length > 0 || hidden !== null
}

/** The columns that are not shown: as the person chose, else as they were made. */
export function hiddenOf(
  columns: readonly { readonly id: string; readonly hidden?: boolean }[],
  { hidden }: ColumnChoice,
) {
  return hidden ?? columns.filter((column) => column.hidden).map(({ id }) => id)
}

/** Columns in the person's order, tools first; those that the choice does not know keep their place at the end. */
export function inOrder<C extends { readonly id: string; readonly tool?: boolean }>(
  columns: readonly C[],
  { order }: ColumnChoice,
): C[] {
  const place = ({ id, tool }: C) => (tool ? -1 : order.includes(id) ? order.indexOf(id) : order.length)
  return [...columns].sort((a, b) => place(a) - place(b))
}
