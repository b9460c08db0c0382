import { usePageKeys } from './use-page-keys.ts'

interface ListKeys {
  readonly count: number
  /** Place of the selected row, or -1. */
  readonly selected: number
  readonly select: (place: number) => void
  readonly back?: () => void
}

/** Every list of the console moves alike: ↑ ↓ and J K, Home End, Esc goes back. Rows are buttons, so Enter opens. */
export function useListKeys({ count, selected, select, back }: ListKeys): void {
  const to = (place: number) => () => {
    if (count > 0) select(Math.min(count - 1, Math.max(0, place)))
  }
  const down = to(selected + 1)
  const up = to(selected - 1)
  usePageKeys([
    { keys: 'ArrowDown', run: down, repeats: true },
    { keys: 'J', run: down, repeats: true },
    { keys: 'ArrowUp', run: up, repeats: true },
    { keys: 'K', run: up, repeats: true },
    { keys: 'Home', run: to(0) },
    { keys: 'End', run: to(count - 1) },
    { keys: 'Escape', run: () => back?.() },
  ])
}
