import { create } from 'zustand'

/** Rows that were chosen in one list, by their keys, or all that the list has. */
export type Picked = ReadonlySet<string> | 'all'

interface Picks {
  /** The list with everything that narrows it: in another one nothing is chosen. */
  readonly list: string
  readonly keys: Picked
  /** The place of the row that was chosen last. */
  readonly last: number | undefined
}

const NONE: ReadonlySet<string> = new Set()
const usePicks = create<Picks>(() => ({ list: '', keys: NONE, last: undefined }))

export function usePicked(list: string): Picked {
  return usePicks((picks) => (picks.list === list ? picks.keys : NONE))
}

export function pickedIn(list: string): Pick<Picks, 'keys' | 'last'> {
  const picks = usePicks.getState()
  return picks.list === list ? picks : { keys: NONE, last: undefined }
}

/** Chooses a row, or lets go of it. While all are chosen, single rows can't be let go. */
export function togglePick(list: string, key: string, place: number): void {
  const { keys } = pickedIn(list)
  if (keys === 'all') return
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  usePicks.setState({ list, keys: next, last: place })
}

/** Chooses some rows besides. */
export function addPicks(list: string, added: readonly string[], place: number): void {
  const { keys } = pickedIn(list)
  if (keys !== 'all') usePicks.setState({ list, keys: new Set([...keys, ...added]), last: place })
}

export function pickAll(list: string): void {
  usePicks.setState({ list, keys: 'all', last: undefined })
}

export function clearPicks(): void {
  usePicks.setState({ list: '', keys: NONE, last: undefined })
}
