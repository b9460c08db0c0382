import { useHotkeys } from '@mantine/hooks'

interface ListKeys {
  readonly count: number
  /** Place of the selected row, or -1. */
  readonly selected: number
  readonly select: (place: number) => void
  readonly open?: (() => void) | undefined
  readonly back?: (() => void) | undefined
}

/** Every list of the console moves alike: ↑ ↓ and J K, Home End, Enter opens, Esc goes back. */
export function useListKeys({ count, selected, select, open, back }: ListKeys): void {
  const to = (place: number) => {
    if (count > 0) select(Math.min(count - 1, Math.max(0, place)))
  }
  const down = () => to(selected + 1)
  const up = () => to(selected < 0 ? 0 : selected - 1)
  useHotkeys([
    ['ArrowDown', down],
    ['J', down],
    ['ArrowUp', up],
    ['K', up],
    ['Home', () => to(0)],
    ['End', () => to(count - 1)],
    ['Enter', () => open?.(), { preventDefault: false }],
    ['Escape', () => back?.(), { preventDefault: false }],
  ])
}
