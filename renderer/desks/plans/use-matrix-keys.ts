import { type KeyboardEvent, useCallback } from 'react'

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The arrow keys move the focus between the cells of a matrix; the button in each names its place as `data-place="row column"`. */
export function useMatrixKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  return useCallback((event) => {
    const step = steps[event.key]
    const place = event.currentTarget.dataset.place
    if (!step || place === undefined) return
    const [row = 0, column = 0] = place.split(' ').map(Number)
    const next = `[data-place="${row + step[0]} ${column + step[1]}"]`
    event.preventDefault()
    event.currentTarget.closest('table')?.querySelector<HTMLElement>(next)?.focus()
  }, [])
}
